import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemAnswer, requestedAnswer, storedAnswer } from '@rectify/api';
import { type MineAtServer, note, order, peopleAt, registered } from '../course.ts';
import { type Server, startServer } from '../server.ts';

let server: Server;
let mine: MineAtServer;
beforeAll(async () => {
  server = await startServer();
  mine = await registered(server, await peopleAt(server), { mineId: 'XJ-9001' });
});
afterAll(() => server?.[Symbol.asyncDispose]());

test('the same key twice is one event, and the second answer says so', async () => {
  const { inspector } = mine.people;
  const first = (await mine.send(inspector, 'NoteAdded', note, { key: 'visit-7' })).as(storedAnswer);
  const second = (await mine.send(inspector, 'NoteAdded', note, { key: 'visit-7' })).as(storedAnswer);
  expect(first.duplicate).toBe(false);
  expect(second).toMatchObject({ duplicate: true, event: { eventId: first.event.eventId } });
  expect((await mine.history()).filter(({ commandId }) => commandId === 'visit-7')).toHaveLength(1);
});

test('the same key with another body is refused', async () => {
  const { revision } = await mine.now();
  const answer = await mine.send(mine.people.inspector, 'NoteAdded', { ...note, text: 'Other.' }, { key: 'visit-7' });
  expect(answer.as(problemAnswer)).toMatchObject({ status: 422, type: 'key-reused' });
  expect((await mine.now()).revision).toBe(revision);
});

test('the same key of somebody else is another act', async () => {
  const answer = await mine.send(mine.people.supervisor, 'NoteAdded', note, { key: 'visit-7' });
  expect(answer.as(storedAnswer).duplicate).toBe(false);
});

test('a request under four eyes sent twice is one request, and tells what became of it', async () => {
  const { inspector, supervisor } = mine.people;
  const first = (await mine.send(inspector, 'ClosureOrdered', order, { key: 'closing' })).as(requestedAnswer);
  await mine.does(supervisor, 'ApprovalGranted', { approvalId: first.approval.approvalId });
  const second = (await mine.send(inspector, 'ClosureOrdered', order, { key: 'closing' })).as(requestedAnswer);
  expect(second).toMatchObject({
    duplicate: true,
    approval: { approvalId: first.approval.approvalId, answer: 'granted' },
    mine: { status: 'closed' },
  });
});

test('a registration sent twice registers one mine, also without an id', async () => {
  const body = {
    name: 'Mine without a number',
    region: 'CN-GZ',
    operator: { id: 'operator-1', name: 'Example Computing Co.' },
    capacity: { amount: 5, unit: 'MW' },
  };
  const register = () => mine.people.inspector.post('/v1/mines', body, { 'Idempotency-Key': 'registration-1' });
  const [first, second] = [(await register()).as(storedAnswer), (await register()).as(storedAnswer)];
  expect(second).toMatchObject({ duplicate: true, mine: { mineId: first.mine.mineId } });
});
