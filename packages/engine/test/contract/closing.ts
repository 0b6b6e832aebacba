import { describe, expect, test } from '@jest/globals';
import { StoreClosed } from '../../src/event-store/errors.ts';
import type { EventStore } from '../../src/event-store/event-store.ts';
import { all, givenEvents, type OpenStore, onStore, someEvents } from './given.ts';

const MINE = 'mine-XJ-0001';

/** What closing a store does to what is under way and to what comes after. */
export function closing(open: OpenStore): void {
  describe('closing', () => {
    test(
      'refuses every later call',
      onStore(open, async (store) => {
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
    );

    test(
      'answers the appends under way: those acknowledged were stored in order',
      onStore(open, async (store) => {
        const appends = Array.from({ length: 20 }, (_, index) =>
          store.append(MINE, someEvents(1), index === 0 ? 'no-stream' : index - 1),
        );
        await store.close();
        const answers = await Promise.all(appends);
        expect(answers.map((answer) => answer.lastRevision)).toEqual(answers.map((_, index) => index));
      }),
    );

    test(
      'ends running subscriptions, those that wait and those in the middle of catching up',
      onStore(open, async (store) => {
        await givenEvents(store, MINE, 3);
        const { signal } = new AbortController();
        const waiting = all(store.subscribe({ signal, after: await store.head() }));
        const ended = closedAtFirstBatch(store, signal);

        expect(await ended).toBe(3);
        expect(await waiting).toEqual([]);
      }),
    );

    test(
      'interrupts a read with an error, so that half of a stream is never taken for the whole',
      onStore(open, async (store) => {
        await Promise.all(
          [0, 1, 2].map((index) => store.append(MINE, someEvents(900), index === 0 ? 'no-stream' : index * 900 - 1)),
        );
        const running = [store.read(MINE), store.readAll()].map((batches) => batches[Symbol.asyncIterator]());
        for (const reading of running) await reading.next();
        await store.close();
        for (const reading of running) await expect(reading.next()).rejects.toBeInstanceOf(StoreClosed);
      }),
    );

    test(
      'twice is the same as once',
      onStore(open, async (store) => {
        await Promise.all([store.close(), store.close()]);
        await store.close();
      }),
    );
  });
}

async function closedAtFirstBatch(store: EventStore, signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const batch of store.subscribe({ signal })) {
    count += batch.length;
    await store.close();
  }
  return count;
}
