import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesAnswer, citation, courseAnswer } from '@rectify/projections';
import { rectify, temporaryFolder } from './rectify.ts';

const { folder, remove } = temporaryFolder();
const on = ['--data', folder];

beforeAll(async () => {
  await rectify([
    ...['register', 'XJ-9001', ...on, '--name', '示例矿场', '--region', 'CN-XJ', '--operator', 'Example Power'],
    ...['--capacity', '20 MW', '--occurred-at', '2018-04-01'],
  ]);
  const order = JSON.stringify({ grounds: 'outages', authority: 'local authorities', legalBasis: 'not stated' });
  const closing = ['send', 'XJ-9001', 'ClosureOrdered', ...on, '--data', order, '--occurred-at', '2018-11-05'];
  const asked = await rectify(closing);
  const [command = ''] = /^ {2}rectify .* ApprovalGranted .*$/m.exec(asked.out) ?? [];
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  await rectify(words.slice(1));
});
afterAll(remove);

test('what changed on a day is told in words and as JSON', async () => {
  const words = await rectify(['changes', ...on, '--from', '2018-11-05', '--to', '2018-11-05']);
  expect(words).toMatchObject({ code: 0, err: '' });
  expect(words.out).toContain('1 mine changed: 1 closed, 1 moved.');
  expect(words.out).toMatch(/XJ-9001 .*closed, moved +operating +closed, awaiting inspection, 0 days/);
  const json = await rectify(['changes', ...on, '--from', '2018-11-05', '--kind', 'closed', '--json']);
  expect(changesAnswer.parse(JSON.parse(json.out))).toMatchObject({ total: 1, items: [{ mineId: 'XJ-9001' }] });
  const learnt = await rectify([
    'changes',
    ...on,
    '--axis',
    'knowledge',
    '--from',
    '2018-11-05',
    '--as-of',
    '2018-11-04',
  ]);
  expect(learnt.out).toContain('1 registered');
});

test('the course is a line a day', async () => {
  const words = await rectify(['course', ...on, '--from', '2018-11-04', '--to', '2018-11-05', '--group-by', 'region']);
  expect(words).toMatchObject({ code: 0, err: '' });
  expect(words.out).toMatch(/2018-11-04 +0 +0 .*\n2018-11-05 +1 +1 /);
  expect(words.out).toContain('CN-XJ');
  const json = await rectify(['course', ...on, '--from', '2018-11-05', '--to', '2018-11-05', '--json']);
  expect(courseAnswer.parse(JSON.parse(json.out)).days).toMatchObject([{ day: '2018-11-05', shut: 1 }]);
});

test('the course tells too where those that are shut stand', async () => {
  const words = await rectify(['course', ...on, '--from', '2018-11-05', '--to', '2018-11-05', '--standing']);
  expect(words).toMatchObject({ code: 0, err: '' });
  expect(words.out).toMatch(
    /DECOMMISSIONED +STILL CLOSED +INSPECTED +LICENSED\n2018-11-05 +1 +1 +0 +0 +0 +0 +1 +0 +0\n/,
  );
});

test('a figure is cited, and asked again by its link', async () => {
  const cited = await rectify(['cite', ...on, '/v1/mines?shut=true', '/total', '--json']);
  const { link, value } = citation.parse(JSON.parse(cited.out));
  expect(value).toBe(1);
  const again = await rectify(['cite', ...on, link]);
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(again.out).toContain('/total of /v1/mines?shut=true is 1, as of');
  expect(again.out).toContain('It stands by all that is known');
  expect(again.out.trimEnd().split('\n').at(-1)).toBe(link);
});

describe('a wrong call says what is allowed', () => {
  test.each([
    [['changes'], '--from is missing; allowed: a day such as 2018-11-11'],
    [['changes', '--from', '2018-11-05', '--to', '2018-11-01'], '--to is '],
    [['course', '--from', 'soon'], '--from is "soon"; allowed: a day such as 2018-11-05.'],
    [['course', '--from', '2015-01-01', '--to', '2018-11-05'], 'ask for three years at a time'],
    [['cite', '/v1/mines'], 'That cannot be cited. figure: '],
  ])('%j', async (words, message) => {
    const ended = await rectify([...words, ...on]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(message);
  });

  test('what is no figure is refused', async () => {
    const ended = await rectify(['cite', ...on, '/v1/work', '/total']);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain('Figures are cited in answers of these paths');
  });
});
