import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventList } from '@rectify/projections';
import { rectify, serve, temporaryFolder } from './rectify.ts';

const { folder, remove } = temporaryFolder();
const on = ['--data', folder];
const order = { grounds: 'outages', authority: 'local authorities', legalBasis: 'not stated' };
const ids = { order: '', started: '' };

async function accepted(...words: readonly string[]): Promise<string> {
  const ended = await rectify([...words, ...on, '--json']);
  if (ended.code !== 0) throw new Error(ended.err);
  return ended.out;
}

const sends = (type: string, data: object, ...more: readonly string[]) =>
  accepted('send', 'XJ-9001', type, '--data', JSON.stringify(data), ...more);

const previews = (type: string, data: object, ...more: readonly string[]) =>
  rectify(['send', 'XJ-9001', type, '--preview', ...on, '--data', JSON.stringify(data), ...more]);

const correcting = (...corrections: readonly object[]) => ({ corrections, reason: 'The file says otherwise' });

beforeAll(async () => {
  await accepted(
    ...['register', 'XJ-9001', '--name', 'Mine', '--region', 'CN-XJ', '--operator', 'Example Power'],
    ...['--capacity', '20 MW', '--occurred-at', '2018-04-01'],
  );
  const requested = JSON.parse(await sends('ClosureOrdered', order, '--occurred-at', '2018-11-05'));
  await sends('ApprovalGranted', { approvalId: requested.approval.approvalId }, '--actor', 'supervisor-2');
  await sends('InspectionStarted', { inspectionId: 'I1' }, '--occurred-at', '2018-11-10');
  const { items } = eventList.parse(JSON.parse(await accepted('history', 'XJ-9001')));
  ids.order = items.find(({ type }) => type === 'ClosureOrdered')?.eventId ?? '';
  ids.started = items.find(({ type }) => type === 'InspectionStarted')?.eventId ?? '';
});

afterAll(remove);

test('a preview says in words what a correction would change, and stores nothing', async () => {
  const before = await accepted('history', 'XJ-9001');
  const moved = correcting({ eventId: ids.order, patch: { occurredAt: '2018-11-06T00:00:00+08:00' } });
  const preview = await previews('FactCorrected', moved);
  expect(preview).toMatchObject({ code: 0, err: '' });
  expect(preview.out).toContain(
    'FactCorrected is possible. Another person would have to grant it. Nothing was stored.',
  );
  expect(preview.out).toMatch(/ClosureOrdered +occurred: 2018-11-05 -> 2018-11-06/);
  expect(preview.out).toMatch(
    /1 +since 2018-11-05, still shut, \d+ days .* -> +since 2018-11-06, still shut, \d+ days/,
  );
  expect(await accepted('history', 'XJ-9001')).toBe(before);
});

test('what would no longer be possible is named with the reason, and the command printed voids it too', async () => {
  const voided = correcting({ eventId: ids.order, void: true });
  const refused = await previews('FactCorrected', voided);
  expect(refused).toMatchObject({ code: 0, err: '' });
  expect(refused.out).toContain('FactCorrected is not possible as it is.');
  expect(refused.out).toMatch(/2018-11-10 +InspectionStarted +InspectionStarted is not possible while/);

  const [command = ''] = /^ {2}rectify .* --preview .*$/m.exec(refused.out) ?? [];
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const adopted = await rectify(words.slice(1));
  expect(adopted.out).toContain('FactCorrected is possible.');
  expect(adopted.out).toMatch(/ClosureOrdered +was never true/);
  expect(adopted.out).toMatch(/InspectionStarted +was never true/);
  expect(adopted.out).toMatch(/state +closed, being inspected +-> +operating/);
  expect(adopted.out).toMatch(/1 +since 2018-11-05, still shut, .* -> +none/);
});

test('for programs it is the answer of the API, the same with a server and without', async () => {
  const voided = correcting({ eventId: ids.order, void: true });
  const alone = JSON.parse((await previews('FactCorrected', voided, '--json')).out);
  expect(alone).toMatchObject({ possible: false, dependents: [{ eventId: ids.started, void: true }] });
  await using _server = await serve(on);
  const through = JSON.parse((await previews('FactCorrected', voided, '--json')).out);
  expect({ ...through, at: '' }).toEqual({ ...alone, at: '' });
  const owner = await previews('NoteAdded', { text: 'x', visibility: 'owner' }, '--role', 'owner');
  expect(owner).toMatchObject({ code: 1, out: '' });
});

test('the effective history is told in the order in which it happened', async () => {
  await sends('NoteAdded', { text: 'Seen before', visibility: 'owner' }, '--occurred-at', '2018-11-01');
  const types = async (...view: readonly string[]) =>
    eventList.parse(JSON.parse(await accepted('history', 'XJ-9001', ...view))).items.map(({ type }) => type);
  expect((await types()).at(-1)).toBe('NoteAdded');
  expect((await types('--view', 'effective')).slice(0, 3)).toEqual(['MineRegistered', 'NoteAdded', 'ClosureOrdered']);
  expect(await rectify(['history', 'XJ-9001', ...on, '--view', 'other'])).toMatchObject({ code: 2 });
});
