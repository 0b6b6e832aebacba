import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type MineAtServer, note, onTheWayTo, type People, peopleAt, registered } from '../course.ts';
import { type Answer, type Server, startServer } from '../server.ts';

let server: Server;
let people: People;
beforeAll(async () => {
  server = await startServer();
  people = await peopleAt(server);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const sixteen = (send: (number: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: 16 }, (_, number) => send(number)));

function statusesOf(answers: readonly Answer[]): Record<number, number> {
  const counts = Object.groupBy(answers, ({ status }) => status);
  return Object.fromEntries(Object.entries(counts).map(([status, some = []]) => [status, some.length]));
}

async function expectNoGap(mine: MineAtServer): Promise<void> {
  const revisions = (await mine.history()).map(({ revision }) => revision);
  expect(revisions).toEqual(revisions.map((_, index) => index));
  expect((await mine.now()).revision).toBe(revisions.length - 1);
}

test('of sixteen who certify the same mine at once one does, and the others learn that it is done', async () => {
  const mine = await onTheWayTo('complete', await registered(server, people, { mineId: 'XJ-9001' }));
  const before = (await mine.now()).revision;
  const answers = await sixteen(() => mine.send(people.licensing, 'RequirementsCertified', {}));
  expect(statusesOf(answers)).toEqual({ 201: 1, 409: 15 });
  expect(await mine.now()).toMatchObject({ status: 'licensed', revision: before + 1 });
  await expectNoGap(mine);
});

test('of sixteen inspections that start at once, each with its own number, one starts', async () => {
  const mine = await onTheWayTo('closed', await registered(server, people, { mineId: 'XJ-9002' }));
  const answers = await sixteen((number) =>
    mine.send(people.inspector, 'InspectionStarted', { inspectionId: `I${number}` }),
  );
  expect(statusesOf(answers)).toEqual({ 201: 1, 409: 15 });
  await expectNoGap(mine);
});

test('sixteen notes on one mine at once are all kept', async () => {
  const mine = await registered(server, people, { mineId: 'XJ-9003' });
  const answers = await sixteen((number) =>
    mine.send(people.inspector, 'NoteAdded', { ...note, text: `Note ${number}` }),
  );
  expect(statusesOf(answers)).toEqual({ 201: 16 });
  const texts = (await mine.history()).flatMap(({ type, data }) => (type === 'NoteAdded' ? [data.text] : []));
  expect(new Set(texts).size).toBe(16);
  await expectNoGap(mine);
});

test('of sixteen who saw the same revision one acts, and the others are told to look again', async () => {
  const mine = await registered(server, people, { mineId: 'XJ-9004' });
  const answers = await sixteen(() => mine.send(people.inspector, 'NoteAdded', note, { revision: 0 }));
  expect(statusesOf(answers)).toEqual({ 201: 1, 412: 15 });
  await expectNoGap(mine);
});
