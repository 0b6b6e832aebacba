import { expect } from '@jest/globals';
import { StoreClosed } from '../../../src/event-store/errors.ts';
import type { EventStore } from '../../../src/event-store/event-store.ts';
import { type Check, check } from '../check.ts';
import { all, givenEvents, ids, someEvents } from '../given.ts';

const MINE = 'mine-XJ-0001';

/** What closing a store does to what is under way and to what comes after. */
export const closing: readonly Check[] = [
  check('refuses every later call', async (store) => {
    await givenEvents(store, MINE, 1);
    await store.close();

    const { signal } = new AbortController();
    const calls = [
      () => store.append(MINE, someEvents(1), 0),
      () => all(store.read(MINE)),
      () => all(store.readAll()),
      () => all(store.subscribe({ signal })),
      () => store.head(),
    ];
    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(StoreClosed);
  }),

  check('answers each append under way: stored, or refused and not stored', async (store, { reopen }) => {
    const appends = Array.from({ length: 60 }, (_, index) => ({ stream: `mine-${index}`, events: someEvents(3) }));
    const answers = appends.map(({ stream, events }, index) => {
      const answer = store.append(stream, events, 'no-stream').then(
        ({ lastRevision }) => lastRevision,
        (error: unknown) => error,
      );
      if (index === 40) void store.close();
      return answer;
    });
    await store.close();
    const outcomes = await Promise.all(answers);

    const refused = outcomes.filter((outcome) => outcome instanceof StoreClosed);
    expect(refused.length).toBeGreaterThanOrEqual(19);
    expect(outcomes.filter((outcome) => outcome === 2)).toHaveLength(60 - refused.length);
    if (!reopen) return;
    const reopened = await reopen();
    try {
      for (const [index, { stream, events }] of appends.entries()) {
        expect(ids(await all(reopened.read(stream)))).toEqual(outcomes[index] === 2 ? ids(events) : []);
      }
    } finally {
      await reopened.close();
    }
  }),

  check('ends running subscriptions, those that wait and those in the middle of catching up', async (store) => {
    await givenEvents(store, MINE, 3);
    const { signal } = new AbortController();
    const waiting = all(store.subscribe({ signal, after: await store.head() }));
    const ended = closedAtFirstBatch(store, signal);

    expect(await ended).toBe(3);
    expect(await waiting).toEqual([]);
  }),

  check('interrupts a read with an error, so that half of a stream is never taken for the whole', async (store) => {
    for (const expected of ['no-stream', 899, 1799] as const) await store.append(MINE, someEvents(900), expected);
    const running = [store.read(MINE), store.readAll()].map((batches) => batches[Symbol.asyncIterator]());
    for (const reading of running) await reading.next();
    await store.close();
    for (const reading of running) await expect(reading.next()).rejects.toBeInstanceOf(StoreClosed);
  }),

  check('twice is the same as once', async (store) => {
    await Promise.all([store.close(), store.close()]);
    await store.close();
  }),
];

async function closedAtFirstBatch(store: EventStore, signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const batch of store.subscribe({ signal })) {
    count += batch.length;
    await store.close();
  }
  return count;
}
