import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import {
  type AllStreamSubscription,
  type KurrentDBClient,
  type Position,
  START,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { clientOf, collected, happened, idsIn, ofTheUsers } from './given.ts';
import { startStandIn } from './index.ts';

/** Appends so many events, one at a time. */
async function append(client: KurrentDBClient, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await client.appendToStream('mine-1', happened(), { streamState: 'any' });
}

/** The next events of a subscription. */
async function next(subscription: AllStreamSubscription, count: number) {
  const events = [];
  for await (const { event } of subscription.iterator({ destroyOnReturn: false })) {
    if (event !== undefined) events.push(event);
    if (events.length === count) return events;
  }
  return events;
}

test('a subscription catches up, says so, and goes on with what comes', async () => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  await append(client, 3);
  const subscription = client.subscribeToAll({ filter: ofTheUsers() });
  const caughtUp = once(subscription, 'caughtUp');
  const old = await next(subscription, 3);
  expect((await caughtUp)[0]).toMatchObject({ position: old.at(-1)?.position });
  await append(client, 2);
  const live = await next(subscription, 2);
  expect([...old, ...live].map(({ id }) => id)).toEqual(await idsIn(client, 'mine-1'));
});

test('a subscription begins after a position, also one that a filter left out', async () => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  await append(client, 3);
  const ids = await idsIn(client, 'mine-1');
  const positions: (Position | undefined)[] = [];
  for await (const { event } of client.readAll()) positions.push(event?.position);
  // Each event comes after one of the server's own.
  for (const [index, fromPosition] of positions.slice(0, 5).entries()) {
    const subscription = client.subscribeToAll({ fromPosition: fromPosition ?? START, filter: ofTheUsers() });
    expect((await next(subscription, 1)).map(({ id }) => id)).toEqual([ids[Math.floor((index + 1) / 2)]]);
  }
});

test('where much is left out, checkpoints tell how far the subscription is', async () => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  await append(client, 8);
  const checkpoints = new Promise<bigint[]>((resolve) => {
    const reached: bigint[] = [];
    const checkpointReached = async (_: unknown, { commit }: Position) => {
      if (reached.push(commit) === 3) resolve(reached);
    };
    client.subscribeToAll({
      filter: streamNameFilter({ prefixes: ['nothing'], maxSearchWindow: 4, checkpointInterval: 1, checkpointReached }),
    });
  });
  const positions = (await collected(client.readAll())).map(({ commitPosition }) => commitPosition);
  expect((await checkpoints).slice(0, 3)).toEqual([positions[3], positions[7], positions[11]]);
});

test.each([
  { how: 'cut', type: 'unavailable' },
  { how: 'dropped', type: 'unknown' },
] as const)(
  'a subscription that is $how ends with an error, and another goes on where it was',
  async ({ how, type }) => {
    await using standIn = await startStandIn();
    await using client = clientOf(standIn.url);
    await append(client, 2);
    const first = client.subscribeToAll({ filter: ofTheUsers() });
    const [, last] = await next(first, 2);
    const ended = once(first, 'error').catch((error: unknown) => [error]);
    await (how === 'cut' ? standIn.control.cutSubscriptions() : standIn.control.dropSubscriptions());
    expect((await ended)[0]).toMatchObject({ type });
    await append(client, 2);
    const second = client.subscribeToAll({ fromPosition: last?.position ?? START, filter: ofTheUsers() });
    expect((await next(second, 2)).map(({ id }) => id)).toEqual((await idsIn(client, 'mine-1')).slice(2));
  },
);

test('a consumer that takes nothing is dropped when too much waits for it', async () => {
  await using standIn = await startStandIn({ dropBehind: 40 });
  await using client = clientOf(standIn.url);
  const subscription = client.subscribeToAll({ filter: ofTheUsers() });
  await once(subscription, 'caughtUp');
  const large = () => ({ ...happened(), data: { text: 'x'.repeat(20_000) } });
  for (let round = 0; round < 10; round += 1) {
    await client.appendToStream('mine-1', Array.from({ length: 20 }, large), { streamState: 'any' });
  }
  const read: unknown[] = [];
  await expect(async () => {
    for await (const { event } of subscription) read.push(event);
  }).rejects.toMatchObject({ type: 'unknown' });
  expect(read.length).toBeLessThan(200);
  expect(await idsIn(client, 'mine-1')).toHaveLength(200);
});
