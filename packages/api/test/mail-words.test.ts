import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mail as english } from '../src/mail/language/en.ts';
import { mail as chinese } from '../src/mail/language/zh-cn.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its key, without the form of its plural: the languages have different ones. */
function textsOf(tree: Tree, path = 'mail'): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[`${path}.${key.replace(/_(one|other)$/, '')}`, value]]
        : [...textsOf(value, `${path}.${key}`)],
    ),
  );
}

const valuesIn = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

test('mails say the same in both languages', () => {
  const inChinese = textsOf(chinese);
  const values = (texts: Map<string, string>) => [...texts].map(([key, text]) => [key, valuesIn(text)]);
  expect(values(inChinese)).toEqual(values(textsOf(english)));
});

test('nothing is there to be said that no mail says', () => {
  const folder = new URL('../src/mail/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const code = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  const said = [...code.matchAll(/['`](mail\.[\w.${}]+)['`]/g)].map(
    ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{kind\}/, '(news|deadlines)')}$`),
  );
  expect([...textsOf(english).keys()].filter((key) => !said.some((one) => one.test(key)))).toEqual([]);
});
