import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  END,
  eventTypeFilter,
  excludeSystemEvents,
  type Filter,
  type KurrentDBClient,
  START,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { clientOf, collected, happened, ofTheUsers } from './given.ts';
import { type StandIn, startStandIn } from './index.ts';

let standIn: StandIn;
let client: KurrentDBClient;
beforeAll(async () => {
  standIn = await startStandIn();
  client = clientOf(standIn.url);
  for (const revision of [-1n, 0n, 1n, 2n]) {
    const streamState = revision < 0n ? 'no_stream' : revision;
    for (const mine of ['mine-1', 'mine-2']) await client.appendToStream(mine, happened(), { streamState });
  }
});
afterAll(async () => {
  await client.dispose();
  await standIn.close();
});

const revisions = async (events: ReturnType<KurrentDBClient['readStream']>) =>
  (await collected(events)).map(({ event }) => Number(event?.revision));

test('a stream is read from a revision, either way, and as many events as are wanted', async () => {
  expect(await revisions(client.readStream('mine-1'))).toEqual([0, 1, 2, 3]);
  expect(await revisions(client.readStream('mine-1', { fromRevision: 2n }))).toEqual([2, 3]);
  expect(await revisions(client.readStream('mine-1', { fromRevision: 1n, maxCount: 2 }))).toEqual([1, 2]);
  expect(await revisions(client.readStream('mine-1', { fromRevision: 9n }))).toEqual([]);
  const backwards = { direction: 'backwards', maxCount: 2 } as const;
  expect(await revisions(client.readStream('mine-1', { ...backwards, fromRevision: END }))).toEqual([3, 2]);
  expect(await revisions(client.readStream('mine-1', { ...backwards, fromRevision: 1n }))).toEqual([1, 0]);
  expect(await revisions(client.readStream('mine-1', { ...backwards, fromRevision: 9n }))).toEqual([3, 2]);
  await expect(revisions(client.readStream('mine-none'))).rejects.toMatchObject({ type: 'stream-not-found' });
});

test('all is read from a position: forwards with its event, backwards before it', async () => {
  const all = await collected(client.readAll());
  const ids = all.map(({ event }) => event?.id);
  const position = all[5]?.event?.position ?? START;
  const forwards = await collected(client.readAll({ fromPosition: position, maxCount: 2 }));
  expect(forwards.map(({ event }) => event?.id)).toEqual(ids.slice(5, 7));
  const backwards = await collected(client.readAll({ fromPosition: position, direction: 'backwards' }));
  expect(backwards.map(({ event }) => event?.id)).toEqual(ids.slice(0, 5).reverse());
  const last = await collected(client.readAll({ fromPosition: END, direction: 'backwards', maxCount: 1 }));
  expect(last.map(({ event }) => event?.id)).toEqual(ids.slice(-1));
});

test('positions have gaps', async () => {
  const positions = (await collected(client.readAll())).map(({ commitPosition }) => commitPosition ?? 0n);
  expect(positions[0]).toBe(1_024n);
  expect(positions.slice(1).every((position, index) => position - (positions[index] ?? 0n) === 137n)).toBe(true);
});

test('only a filter by stream leaves out all that the server writes for itself', async () => {
  const streamsBy = async (filter: Filter) =>
    new Set((await collected(client.readAll({ filter }))).map(({ event }) => event?.streamId));
  expect(await streamsBy(ofTheUsers())).toEqual(new Set(['mine-1', 'mine-2']));
  expect(await streamsBy(excludeSystemEvents())).toEqual(
    new Set(['mine-1', 'mine-2', '$persistentSubscriptionConfig']),
  );
  expect(await streamsBy(streamNameFilter({ prefixes: ['mine-2', '$ce'] }))).toEqual(new Set(['mine-2', '$ce-mine']));
  expect(await streamsBy(eventTypeFilter({ prefixes: ['Happ'] }))).toEqual(new Set(['mine-1', 'mine-2']));
});
