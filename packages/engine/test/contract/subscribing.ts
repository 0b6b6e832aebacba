import { describe, expect, test } from '@jest/globals';
import { InvalidPosition } from '../../src/event-store/errors.ts';
import { all, deliveredUntil, givenEvents, ids, type OpenStore, onStore, someEvents } from './given.ts';

const MINE = 'mine-XJ-0001';

/** Subscriptions: catching up, going live, losing and doubling nothing. */
export function subscribing(open: OpenStore): void {
  describe('subscribing', () => {
    test(
      'catches up with what is there, then delivers what is appended',
      onStore(open, async (store) => {
        const before = await givenEvents(store, MINE, 3);
        const later = someEvents(2);
        let appended = false;

        const batches = await deliveredUntil(store, {
          enough: (events) => {
            if (!appended) void store.append(MINE, later, 2);
            appended = true;
            return events.length >= 5;
          },
        });

        expect(ids(batches.flat())).toEqual(ids([...before, ...later]));
        expect(batches.flat()).toEqual(await all(store.readAll()));
      }),
    );

    test(
      'waits in an empty store for its first event',
      onStore(open, async (store) => {
        const first = someEvents(1);
        const subscribed = deliveredUntil(store, { enough: (events) => events.length > 0 });
        await store.append(MINE, first, 'no-stream');
        expect(ids((await subscribed).flat())).toEqual(ids(first));
      }),
    );

    test(
      'begins after a position, without it',
      onStore(open, async (store) => {
        await givenEvents(store, MINE, 5);
        const everything = await all(store.readAll());
        const rest = await deliveredUntil(store, {
          after: everything[2]?.position,
          enough: (events) => events.length >= 2,
        });
        expect(rest.flat()).toEqual(everything.slice(3));
      }),
    );

    test(
      'loses and doubles nothing while appends race, whenever it joined, and never splits an append',
      onStore(open, async (store) => {
        const total = 600;
        const enough = (events: readonly unknown[]): boolean => events.length >= total;
        const subscriptions: ReturnType<typeof deliveredUntil>[] = [];
        const writers = Array.from({ length: 4 }, async (_, writer) => {
          for (let stored = 0; stored < total / 4; stored += 3) {
            await store.append(`mine-${writer}`, someEvents(3, stored), stored === 0 ? 'no-stream' : stored - 1);
            if (stored % 15 === 0) subscriptions.push(deliveredUntil(store, { enough }));
          }
        });
        await Promise.all(writers);

        const stored = ids(await all(store.readAll()));
        expect(stored).toHaveLength(total);
        expect(subscriptions.length).toBeGreaterThan(10);
        for (const batches of await Promise.all(subscriptions)) {
          expect(ids(batches.flat())).toEqual(stored);
          for (const batch of batches) expect(batch.length % 3).toBe(0);
        }
      }),
    );

    test(
      'serves a hundred subscribers that share a signal',
      onStore(open, async (store) => {
        const aborting = new AbortController();
        const counts = Array.from({ length: 100 }, async () => {
          let count = 0;
          for await (const batch of store.subscribe({ signal: aborting.signal })) {
            count += batch.length;
            if (count === 20) return count;
          }
          return count;
        });
        await givenEvents(store, MINE, 20);
        expect(new Set(await Promise.all(counts))).toEqual(new Set([20]));
        aborting.abort();
      }),
    );

    test(
      'delivers a slow reader everything, at its own pace',
      onStore(open, async (store) => {
        const events = someEvents(30);
        await store.append(MINE, events.slice(0, 1), 'no-stream');
        const seen: string[] = [];
        const aborting = new AbortController();
        for await (const batch of store.subscribe({ signal: aborting.signal })) {
          seen.push(...ids(batch));
          const next = events.slice(seen.length, seen.length + 2);
          if (next.length === 0) aborting.abort();
          for (const [index, event] of next.entries()) await store.append(MINE, [event], seen.length + index - 1);
        }
        expect(seen).toEqual(ids(events));
      }),
    );

    test(
      'ends when it is aborted: before it begins, while it waits, and between two batches',
      onStore(open, async (store) => {
        expect(await all(store.subscribe({ signal: AbortSignal.abort() }))).toEqual([]);

        await givenEvents(store, MINE, 1);
        const waiting = new AbortController();
        const delivered = deliveredThen(store.subscribe({ signal: waiting.signal }), () =>
          setImmediate(() => waiting.abort()),
        );
        expect(await delivered).toBe(1);

        const between = new AbortController();
        expect(await deliveredThen(store.subscribe({ signal: between.signal }), () => between.abort())).toBe(1);
      }),
    );

    test(
      'refuses a position that is none',
      onStore(open, async (store) => {
        const { signal } = new AbortController();
        await expect(all(store.subscribe({ after: 'yesterday', signal }))).rejects.toBeInstanceOf(InvalidPosition);
      }),
    );
  });
}

async function deliveredThen(batches: AsyncIterable<readonly unknown[]>, then: () => void): Promise<number> {
  let count = 0;
  for await (const batch of batches) {
    count += batch.length;
    then();
  }
  return count;
}
