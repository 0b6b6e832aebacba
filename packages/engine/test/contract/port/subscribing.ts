import { expect } from '@jest/globals';
import { type Check, check } from '../check.ts';
import { all, deliveredUntil, givenALongStream, givenEvents, ids, neverSplitAnAppend, someEvents } from '../given.ts';
import { subscribed } from '../subscriber.ts';

const MINE = 'mine-XJ-0001';

/** Subscriptions: catching up, going live, losing and doubling nothing. */
export const subscribing: readonly Check[] = [
  check('catches up with what is there, then delivers what is appended', async (store) => {
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

  check('waits in an empty store for its first event, and again for each one after it', async (store) => {
    const events = someEvents(5);
    const subscriber = subscribed(store);
    for (const [index, event] of events.entries()) {
      await store.append(MINE, [event], index === 0 ? 'no-stream' : index - 1);
      await subscriber.reached(event.eventId);
    }
    await subscriber.stop();
    expect(ids(subscriber.batches.flat())).toEqual(ids(events));
  }),

  check('begins after a position, without it', async (store) => {
    await givenEvents(store, MINE, 5);
    const everything = await all(store.readAll());
    const rest = await deliveredUntil(store, {
      after: everything[2]?.position,
      enough: (events) => events.length >= 2,
    });
    expect(rest.flat()).toEqual(everything.slice(3));
  }),

  check(
    'loses and doubles nothing while appends race, whenever it joined, and never splits an append',
    async (store) => {
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
        expect(neverSplitAnAppend(batches)).toBe(true);
      }
    },
  ),

  check('joined at the end of any append goes on with the next one, whole', async (store) => {
    await givenALongStream(store, { stream: MINE, length: 60, sizes: [3, 1, 5, 2] });
    const everything = await all(store.readAll());
    const ends = everything.filter(({ append }) => append.index === append.size - 1).slice(0, -1);
    for (const { position, revision } of ends) {
      const left = everything.slice(revision + 1);
      const batches = await deliveredUntil(store, { after: position, enough: ({ length }) => length >= left.length });
      expect(batches.flat()).toEqual(left);
      expect(neverSplitAnAppend(batches)).toBe(true);
    }
  }),

  check('delivers an append of as many events as one may have in one batch, also live', async (store) => {
    const aborting = new AbortController();
    const sizes: number[] = [];
    const subscribed = (async () => {
      for await (const batch of store.subscribe({ signal: aborting.signal })) {
        sizes.push(batch.length);
        if (sizes.length === 1) void store.append(MINE, someEvents(1000), 0);
        else aborting.abort();
      }
    })();
    await store.append(MINE, someEvents(1), 'no-stream');
    await subscribed;
    expect(sizes).toEqual([1, 1000]);
  }),

  check('serves a hundred subscribers that share a signal, wherever each began', async (store) => {
    await givenEvents(store, MINE, 10);
    const before = await all(store.readAll());
    const aborting = new AbortController();
    const subscribers = Array.from({ length: 100 }, async (_, index) => {
      const after = index % 10 === 0 ? undefined : before[(index % 10) - 1]?.position;
      const delivered: string[] = [];
      for await (const batch of store.subscribe({ after, signal: aborting.signal })) {
        delivered.push(...ids(batch));
        if (delivered.length >= 20 - (index % 10)) return delivered;
      }
      return delivered;
    });
    for (const [index, event] of someEvents(10).entries()) await store.append(MINE, [event], 9 + index);

    const stored = ids(await all(store.readAll()));
    for (const [index, delivered] of (await Promise.all(subscribers)).entries()) {
      expect(delivered).toEqual(stored.slice(index % 10));
    }
    aborting.abort();
  }),

  check(
    'delivers a slow reader everything, and holds up neither appends nor another reader meanwhile',
    async (store) => {
      await store.append(MINE, someEvents(1), 'no-stream');
      const aborting = new AbortController();
      const slow: string[] = [];
      const goOn = Promise.withResolvers<void>();
      const reading = (async () => {
        for await (const batch of store.subscribe({ signal: aborting.signal })) {
          slow.push(...ids(batch));
          await goOn.promise;
          if (slow.length >= 2001) aborting.abort();
        }
      })();

      for (let stored = 1; stored < 2001; stored += 100) await store.append(MINE, someEvents(100, stored), stored - 1);
      const quick = await deliveredUntil(store, { enough: ({ length }) => length >= 2001 });
      expect(slow.length).toBeLessThan(2001);
      goOn.resolve();
      await reading;

      expect(slow).toEqual(ids(quick.flat()));
      expect(slow).toHaveLength(2001);
    },
  ),
];
