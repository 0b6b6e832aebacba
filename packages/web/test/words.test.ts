import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import {
  chartValue,
  defaultProcedure,
  eventSchemas,
  eventTypes,
  mineStatus,
  officials,
  role,
} from '@rectify/engine/rectification';
import { mineAnswer, mineFlag, workItemAnswer } from '@rectify/projections/answers';
import { z } from 'zod';
import * as first from '../src/language/en/first.ts';
import { words as english } from '../src/language/en/words.ts';
import { words as chinese } from '../src/language/zh-cn/words.ts';
import { broughtBy, pagesOf, sayingIn, sources } from './texts-said.ts';

const requirementStatus = mineAnswer.shape.requirements.valueType;

type Tree = { readonly [key: string]: string | Tree };

const languages: readonly (readonly [string, Tree])[] = [
  ['English', english],
  ['Chinese', chinese],
];

/** Every key with its text. */
function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] satisfies [string, string]] : texts(value, `${path}${key}.`),
  );
}

/** A key without the form of its plural: the languages have different ones. */
const plain = (key: string) => key.replace(/_(zero|one|other)$/, '');

function keys(tree: Tree): string[] {
  return [...new Set(texts(tree).map(([key]) => plain(key)))].sort();
}

function missing(tree: Tree, wanted: readonly string[]): string[] {
  const known = new Set(keys(tree));
  return wanted.filter((key) => !known.has(key));
}

/** The codes of the reasons that the engine can give, read from where they are written. */
function reasonCodes(): string[] {
  const engine = new URL('../../engine/src/', import.meta.url);
  const guards = readdirSync(new URL('rectification/guards/', engine)).map((name) => `rectification/guards/${name}`);
  const files = [
    ...guards,
    'rectification/decide.ts',
    'judged-history.ts',
    'judging.ts',
    'next.ts',
    'steps.ts',
    'taking.ts',
  ];
  const written = files.flatMap((file) => {
    const text = readFileSync(fileURLToPath(new URL(file, engine)), 'utf8');
    return [...text.matchAll(/code: (?:[^,\n]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(([, one, other]) => [
      one,
      other,
    ]);
  });
  const unmet = requirementStatus.options.map((status) => `requirement-${status}`);
  const answers = new Set([
    'condition-not-met',
    'illegal-transition',
    'invalid',
    'requirement-satisfied',
    'requirement-waived',
  ]);
  return [...new Set([...written, ...unmet])].filter((code) => code !== undefined).filter((code) => !answers.has(code));
}

/** Every field of every event's data, at any depth. */
function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(fieldNames);
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(fieldNames)]
      : fieldNames(value),
  );
}

test('both languages say the same things', () => {
  expect({ onlyEnglish: missing(chinese, keys(english)), onlyChinese: missing(english, keys(chinese)) }).toEqual({
    onlyEnglish: [],
    onlyChinese: [],
  });
});

test('nothing is said that nobody hears: every text is used', () => {
  const isSaid = sayingIn([...sources('{src,rules}').values()].join('\n'));
  expect(isSaid('common.product')).toBe(true);
  expect(keys(english).filter((key) => !isSaid(key))).toEqual([]);
});

describe('every page comes with the texts that it says, and with no others', () => {
  const code = sources();
  const pages = pagesOf(code.get('web/src/router.tsx') ?? '');
  const everywhere = broughtBy('web/src/main.tsx', code, new Set(pages.map(({ page }) => page)));
  const always = new Set(Object.keys(first));
  const saidIn = (files: ReadonlySet<string>) => {
    const isSaid = sayingIn(Array.from(files, (file) => code.get(file)).join('\n'));
    const areas = new Set(
      keys(english)
        .filter(isSaid)
        .map((key) => key.replace(/\..*/, '')),
    );
    return [...areas].filter((area) => !always.has(area)).sort();
  };

  test('what is on every page comes first', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(saidIn(everywhere)).toEqual([]);
  });

  test.each(pages)('$page', ({ page, areas }) => {
    expect(saidIn(broughtBy(page, code, everywhere))).toEqual([...areas].sort());
  });
});

test('a text takes the same values in both languages', () => {
  const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
  // That there is none is said in a sentence of its own, in both.
  const counted = (key: string) => key.replace(/_(one|other)$/, '');
  const inChinese = new Map(texts(chinese).map(([key, text]) => [counted(key), text]));
  const different = texts(english)
    .filter(([key]) => !key.endsWith('_one'))
    .filter(([key, text]) => values(text).join() !== values(inChinese.get(counted(key)) ?? '{{none}}').join())
    .map(([key]) => key);
  expect(different).toEqual([]);
});

describe.each(languages)('%s', (_language, words) => {
  test('has a verb and a fact for every event type', () => {
    expect(
      missing(
        words,
        eventTypes.flatMap((type) => [`events.verb.${type}`, `events.fact.${type}`]),
      ),
    ).toEqual([]);
  });

  test('has words for every status, state, role and flag', () => {
    const wanted = [
      ...mineStatus.options.flatMap((status) => [`domain.status.${status}`, `domain.statusShort.${status}`]),
      ...chartValue.shape.operation.options.map((state) => `domain.operation.${state}`),
      ...chartValue.shape.appeal.options.map((state) => `domain.appeal.${state}`),
      ...chartValue.shape.power.options.map((state) => `domain.power.${state}`),
      ...role.options.map((name) => `domain.role.${name}`),
      ...mineFlag.options.map((flag) => `domain.flag.${flag}`),
      ...requirementStatus.options.map((status) => `domain.requirementStatus.${status}`),
    ];
    expect(missing(words, wanted)).toEqual([]);
  });

  test('has words for every office, region, check, requirement and deadline of the procedure', () => {
    const { checks, requirements, offices, regions, deadlines } = defaultProcedure;
    const wanted = [
      ...[
        ...Object.values(offices),
        ...checks.map(({ office }) => office),
        ...requirements.map(({ office }) => office),
      ].map((office) => `domain.office.${office}`),
      ...regions.map((region) => `domain.place.${region}`),
      ...checks.map(({ code }) => `domain.check.${code}`),
      ...requirements.map(({ code }) => `domain.requirement.${code}`),
      ...[...Object.keys(deadlines), 'remediation', 'letter', 'direction'].map((rule) => `domain.deadline.${rule}`),
    ];
    expect(missing(words, wanted)).toEqual([]);
  });

  test('has words for everything that can need an official', () => {
    const ofOwners = ['appeal', 'remediation', 'letter', 'direction'];
    const due = Object.keys(defaultProcedure.deadlines).filter(
      (rule) => ![...ofOwners, 'approval-answer'].includes(rule),
    );
    const shut = chartValue.shape.operation.options.filter((state) => /^(closed|inspected|licensed)/.test(state));
    const waiting = shut.filter((state) => state !== 'closed.remediating');
    const wanted = [
      ...workItemAnswer.shape.kind.options.map((kind) => `work.filter.kinds.${kind}`),
      ...due.map((rule) => `work.what.deadline.${rule}`),
      ...waiting.map((state) => `work.what.step.${state}`),
      ...[...officials, 'owner', 'system'].map((name) => `work.askedBy.${name}`),
    ];
    expect(missing(words, wanted)).toEqual([]);
  });

  test('has a sentence for every reason that the engine gives', () => {
    const codes = reasonCodes();
    expect(codes.length).toBeGreaterThan(50);
    expect(
      missing(
        words,
        codes.map((code) => `reasons.reason.${code}`),
      ),
    ).toEqual([]);
  });

  test('has a label for every field that a form can ask for', () => {
    const fields = eventTypes.flatMap((type) =>
      fieldNames(z.toJSONSchema(eventSchemas[type], { unrepresentable: 'any' })),
    );
    const ofFiles = new Set(['sha256', 'mediaType', 'bytes', 'type', 'data']);
    const wanted = [...new Set(fields)].filter((field) => !ofFiles.has(field)).map((field) => `fields.field.${field}`);
    expect(missing(words, wanted)).toEqual([]);
  });

  test('never shows a code, and leaves no text empty', () => {
    const codes = new RegExp(`\\b(?:${[...eventTypes, 'awaitingInspection', 'remediating'].join('|')})\\b`);
    const wrong = texts(words).filter(([, text]) => text.trim() !== text.trim().replace(codes, ''));
    expect(wrong).toEqual([]);
    expect(texts(words).filter(([key, text]) => text === '' && key !== 'common.list.sentences')).toEqual([]);
  });
});
