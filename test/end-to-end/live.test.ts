import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problemAnswer } from '@rectify/api';
import { type MineAtServer, note, order, type People, peopleAt, registered } from '../course.ts';
import { follow } from '../live-stream.ts';
import { type Server, startServer } from '../server.ts';

let server: Server;
let people: People;
let mine: MineAtServer;
let other: MineAtServer;
beforeAll(async () => {
  server = await startServer();
  people = await peopleAt(server);
  mine = await registered(server, people, { mineId: 'XJ-9001' });
  other = await registered(server, people, { mineId: 'GZ-9001', region: 'CN-GZ' });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const numbered = (number: number) => ({ ...note, text: `Note ${number}` });

test('an event that is sent is told to who follows, as the history has it', async () => {
  const stream = await follow(people.supervisor);
  const { event } = await mine.does(people.inspector, 'NoteAdded', note);
  const told = await stream.until(({ event: { eventId } }) => eventId === event.eventId);
  expect(told).toMatchObject({ name: 'NoteAdded', event });
  stream.close();
});

test('who comes back with the last id hears everything since, once and in order', async () => {
  const first = await follow(people.supervisor, { query: '?mine=XJ-9001' });
  await mine.does(people.inspector, 'NoteAdded', numbered(0));
  const { id, event: last } = await first.until(({ event }) => event.data.text === 'Note 0');
  first.close();

  for (let number = 1; number <= 5; number += 1) await mine.does(people.inspector, 'NoteAdded', numbered(number));
  const sending = Promise.all(
    [6, 7, 8, 9, 10].map((number) => mine.does(people.inspector, 'NoteAdded', numbered(number))),
  );
  const second = await follow(people.supervisor, { query: '?mine=XJ-9001', after: id });
  await sending;
  const { revision } = await mine.now();
  await second.until(({ event }) => event.revision === revision);
  const since = Array.from({ length: revision - last.revision }, (_, index) => last.revision + 1 + index);
  expect(second.told.map(({ event }) => event.revision)).toEqual(since);
  second.close();
});

test('who was cut before anything was told can come back all the same', async () => {
  const first = await follow(people.supervisor);
  const after = first.lastId();
  first.close();
  const { event } = await mine.does(people.inspector, 'NoteAdded', note);
  const second = await follow(people.supervisor, { after });
  expect((await second.until(() => true)).event.eventId).toBe(event.eventId);
  second.close();
});

test('a stream can be of one region', async () => {
  const stream = await follow(people.supervisor, { query: '?region=CN-GZ' });
  await mine.does(people.inspector, 'NoteAdded', note);
  const { event } = await other.does(people.inspector, 'NoteAdded', note);
  expect((await stream.until(() => true)).event.eventId).toBe(event.eventId);
  stream.close();
});

describe('an owner', () => {
  test('hears nothing of the mines of others', async () => {
    const stream = await follow(mine.owner);
    await other.does(people.inspector, 'NoteAdded', note);
    const { event } = await mine.does(people.inspector, 'NoteAdded', note);
    await stream.until(({ event: { eventId } }) => eventId === event.eventId);
    expect(new Set(stream.told.map(({ event: { mineId } }) => mineId))).toEqual(new Set(['XJ-9001']));
    stream.close();
  });

  test('hears nothing of internal notes and of requests, and of officials no name', async () => {
    const stream = await follow(mine.owner);
    await mine.does(people.inspector, 'NoteAdded', { text: 'For us alone.', visibility: 'internal' });
    await mine.does(people.inspector, 'ClosureOrdered', order);
    const { event } = await stream.until(({ name }) => name === 'ClosureOrdered');
    expect(stream.told.map(({ name }) => name)).toEqual(['ClosureOrdered']);
    expect(event.actor).toEqual({ role: 'inspector', office: 'tax' });
    expect(JSON.stringify(event)).not.toMatch(/inspector-1|supervisor-2/);
    stream.close();
  });

  test("cannot follow another's mine by its number", async () => {
    const answer = await mine.owner.get('/v1/live?mine=GZ-9001');
    expect(answer.as(problemAnswer)).toMatchObject({ status: 404, type: 'not-found' });
  });
});

test('an id of another store is refused rather than guessed at', async () => {
  const answer = await people.supervisor.get('/v1/live', { 'Last-Event-ID': 'another-store:7' });
  expect(answer.as(problemAnswer)).toMatchObject({ status: 410, type: 'other-store' });
});
