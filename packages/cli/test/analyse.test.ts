import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { survivalAnswer } from '@rectify/analytics';
import { rectify, temporaryFolder } from './rectify.ts';

/** Weeks of remission under 6-MP, Freireich et al. 1963; 0: still in remission. */
const TREATED = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((weeks) => `${weeks},1`),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((weeks) => `${weeks},0`),
];

const { folder, remove } = temporaryFolder();
afterAll(remove);

function survival(input: readonly string[], ...options: readonly string[]) {
  return rectify(['analyse', 'survival', '--log', '-', ...options], { input: `${input.join('\n')}\n` });
}

const COLUMNS = ['--time', 'weeks', '--event', 'relapse'];

test('the published figures of 6-MP, at the times asked for', async () => {
  const ended = await survival(['weeks,relapse', ...TREATED], ...COLUMNS, '--at', '23,6,9');
  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(ended.out).toContain(
    '21      9         12  13 (6 to 22)  23 (13 to …)    … (23 to …)        23.29 ± 2.83, of 35 at most',
  );
  expect(ended.out.match(/^ +\d+ .*$/gm)).toEqual([
    '   6       21      3          1    0.8571  0.0764       0.6197  0.9516',
    '   9       16      1          1    0.8067  0.0869       0.5631  0.9228',
    '  23        6      5          5    0.4482  0.1346       0.1881  0.6801',
  ]);
});

test('--json is the same as data', async () => {
  const { out } = await survival(['weeks,relapse', ...TREATED], ...COLUMNS, '--confidence', '0.9', '--json');
  const answer = survivalAnswer.parse(JSON.parse(out));
  expect(answer).toMatchObject({
    confidence: 0.9,
    logRank: null,
    groups: [{ group: null, n: 21, events: 9, censored: 12 }],
  });
  expect(answer.groups[0]?.survival[0]?.survival).toMatchObject({
    lower: expect.closeTo(0.6711, 4),
    upper: expect.closeTo(0.9422, 4),
  });
});

test('groups are told apart and compared; few are marked; words for yes and no, quotes, a mark of byte order and empty lines are understood', async () => {
  const rows = ['\uFEFFarm, weeks ,relapse', '"A, first",1,YES', '', '"A, first",2,true', 'B,2,yes', 'B,3,1', ',9,No'];
  const { out } = await survival(rows, ...COLUMNS, '--group', 'arm');
  expect(out).toMatch(/^ARM {2}.*\nnone +1 +0 +1 .* few\nA, first +2 +2 +0 .* few\nB +2 /);
  expect(out).toContain('Chi-squared 1.47 on 1 degree of freedom, p = 0.225.');
});

test('late entry: at risk only after it', async () => {
  const { out } = await survival(
    ['from,weeks,relapse', ',3,1', '1,4,1', '2,5,0', '3,6,1'],
    ...COLUMNS,
    '--entry',
    'from',
  );
  expect(out).toMatch(/^ +3 +3 +1 +0 +0\.6667 /m);
  expect(out).toMatch(/^ +4 +3 +1 +0 +0\.4444 /m);
});

test('competing outcomes are told by name only when asked for', async () => {
  const rows = ['days,ended', '1,reopened', '2,quashed', '2,', '3,reopened', '4,censored'];
  const columns = ['--time', 'days', '--event', 'ended'];
  const { out } = await survival(rows, ...columns, '--outcomes');
  expect(out).toMatch(/reopened: 2 of 5\n.*\n +1 +0\.2000 .*\n +2 +0\.2000 .*\n +3 +0\.5000 +0\.2550 /);
  const unasked = await survival(rows, ...columns);
  expect(unasked.err).toContain('line 2: ended is "reopened"; allowed: 1, true or yes; 0, false or no.');
});

describe('a value that is none is refused with its line and column', () => {
  test.each([
    [['weeks,relapse', '5,1', 'soon,1'], 'standard input, line 3: weeks is "soon"; allowed: a number, 0 or more'],
    [['weeks,relapse', '-5,1'], 'line 2: weeks is "-5"; allowed: a number, 0 or more'],
    [['weeks,relapse', '5,maybe'], 'line 2: relapse is "maybe"; allowed: 1, true or yes; 0, false or no.'],
    [['weeks,relapse', '', '"5",1', '6'], 'on line 4'],
    [['weeks,relapse,from', '5,1,5'], 'line 2: from is 5; allowed: less than the time, which is 5, or nothing.'],
    [[''], 'standard input is empty; its first line names the columns.'],
  ])('%j', async (rows, message) => {
    const ended = await survival(rows, ...COLUMNS, ...(rows[0]?.endsWith('from') ? ['--entry', 'from'] : []));
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain(message);
  });

  test.each([
    ['a file that is not there', join(folder, 'none.csv')],
    ['a folder', folder],
  ])('%s', async (_, file) => {
    const ended = await rectify(['analyse', 'survival', '--log', file, ...COLUMNS]);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain(`${file} cannot be read: E`);
  });
});

describe('a wrong call says what is allowed', () => {
  test.each([
    [
      ['--time', 'weeks', '--event', 'relapse', '--group', 'arm'],
      '--group is "arm"; allowed: a column of standard input: weeks, relapse.',
    ],
    [['--time', 'weeks'], '--event is missing; allowed: the name of a column.'],
    [[...COLUMNS, '--at', 'soon'], '--at is "soon"; allowed: numbers with commas between them'],
    [[...COLUMNS, '--confidence', '95'], '--confidence is "95"; allowed: a number between 0 and 1, such as 0.95.'],
  ])('%j', async (options, message) => {
    const ended = await survival(['weeks,relapse', '5,1'], ...options);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(message);
  });
});

test('what is about a store is refused of a table, and the other way round', async () => {
  const table = await survival(['weeks,relapse', '5,1'], ...COLUMNS, '--group-by', 'region');
  expect(table).toMatchObject({ code: 2, out: '' });
  expect(table.err).toContain('--group-by is about the closures of a store, not about a table.');
  const store = await rectify(['analyse', 'survival', '--data', folder, '--time', 'weeks']);
  expect(store).toMatchObject({ code: 2, out: '' });
  expect(store.err).toContain('--time is about a table, which --log names.');
});

test('docs/survival.md shows what the command prints', async () => {
  const page = readFileSync(new URL('../../../docs/survival.md', import.meta.url), 'utf8');
  const [, table = '', words = '', output = ''] =
    /```csv\n(.*?)```.*?```sh\nnpx rectify (.*?)\n```\n+```text\n(.*?)```/s.exec(page) ?? [];
  const file = join(folder, 'closures.csv');
  writeFileSync(file, table);
  const ended = await rectify(words.split(' ').map((word) => (word === 'closures.csv' ? file : word)));
  expect(ended).toEqual({ code: 0, out: output, err: '' });
});
