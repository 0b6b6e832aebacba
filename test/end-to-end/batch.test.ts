import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemAnswer, storedAnswer } from '@rectify/api';
import { type MineAtServer, onTheWayTo, order, peopleAt, registered } from '../course.ts';
import { type Answer, type Server, startServer } from '../server.ts';

let server: Server;
let mine: MineAtServer;
beforeAll(async () => {
  server = await startServer();
  mine = await onTheWayTo('closed', await registered(server, await peopleAt(server), { mineId: 'XJ-9001' }));
});
afterAll(() => server?.[Symbol.asyncDispose]());

const begins = { type: 'InspectionStarted', data: { inspectionId: 'I1', inspectorsPresent: 2 } };
const checks = ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'].map((check) => ({
  type: 'CheckRecorded',
  data: { check, outcome: 'pass' },
}));
const passes = { type: 'InspectionPassed', data: { inspectionId: 'I1' } };

const sends = (events: readonly object[], key?: string): Promise<Answer> =>
  mine.people.inspector.post(
    '/v1/mines/XJ-9001/batch',
    { events },
    key === undefined ? {} : { 'Idempotency-Key': key },
  );

test.each([
  [
    'a step that cannot follow',
    [begins, ...checks.slice(1), passes],
    { status: 409, type: 'condition-not-met', index: 3 },
  ],
  [
    'content that does not fit',
    [begins, { type: 'CheckRecorded', data: { check: 'TAX', outcome: 'perhaps' } }],
    { status: 422, type: 'invalid', index: 1, errors: [{ pointer: '/events/1/data/outcome' }] },
  ],
  [
    'what needs another person',
    [begins, { type: 'ClosureOrdered', data: order }],
    { status: 409, index: 1, reasons: [{ code: 'needs-approval' }] },
  ],
])('with %s the whole act is refused, naming the first that fails', async (_, events, problem) => {
  const before = (await mine.now()).revision;
  expect((await sends(events)).as(problemAnswer)).toMatchObject(problem);
  expect((await mine.now()).revision).toBe(before);
});

test('an inspection is put on record as one act, once for its key', async () => {
  const before = (await mine.now()).revision;
  const first = (await sends([begins, ...checks, passes], 'record-of-I1')).as(storedAnswer);
  expect(first.events.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5].map((step) => before + step));
  expect(first).toMatchObject({ duplicate: false, mine: { status: 'inspected', revision: before + 5 } });
  const second = (await sends([begins, ...checks, passes], 'record-of-I1')).as(storedAnswer);
  expect(second).toMatchObject({ duplicate: true, mine: { revision: before + 5 } });
});
