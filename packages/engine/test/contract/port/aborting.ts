import { expect } from '@jest/globals';
import type { EventStore } from '../../../src/event-store/event-store.ts';
import { type Check, check } from '../check.ts';
import { all, deliveredUntil, givenALongStream, givenEvents, someEvents } from '../given.ts';

const MINE = 'mine-XJ-0001';

/** Ending a subscription by its signal, whatever it is doing. */
export const aborting: readonly Check[] = [
  check('ends a subscription before it begins', async (store) => {
    await givenEvents(store, MINE, 1);
    expect(await all(store.subscribe({ signal: AbortSignal.abort() }))).toEqual([]);
    await goesOn(store, 1);
  }),

  check('ends a subscription that waits in an empty store', async (store) => {
    const { signal, abort } = stoppable();
    const waiting = all(store.subscribe({ signal }));
    setImmediate(abort);
    expect(await waiting).toEqual([]);
    await goesOn(store, 0);
  }),

  check('ends a subscription that has caught up and waits for more', async (store) => {
    await givenEvents(store, MINE, 3);
    const { signal, abort } = stoppable();
    const delivered = all(store.subscribe({ signal }));
    await deliveredUntil(store, { enough: ({ length }) => length >= 3 });
    setImmediate(abort);
    expect((await delivered).length).toBeLessThanOrEqual(3);
    await goesOn(store, 3);
  }),

  check('ends a subscription in the middle of catching up, when the reader asks for the next batch', async (store) => {
    await givenALongStream(store, { stream: MINE, length: 3000, sizes: [500] });
    const { signal, abort } = stoppable();
    let delivered = 0;
    for await (const batch of store.subscribe({ signal })) {
      delivered += batch.length;
      abort();
    }
    expect(delivered).toBeGreaterThan(0);
    expect(delivered).toBeLessThan(3000);
    await goesOn(store, 3000);
  }),

  check('ends a subscription while a batch is being handled, and lets that be finished', async (store) => {
    await givenEvents(store, MINE, 1);
    const { signal, abort } = stoppable();
    const handled: number[] = [];
    for await (const batch of store.subscribe({ signal })) {
      await store.append(MINE, someEvents(1), 0);
      abort();
      await store.head();
      handled.push(batch.length);
    }
    expect(handled).toEqual([1]);
    await goesOn(store, 2);
  }),

  check('ends one subscription and no other', async (store) => {
    const { signal, abort } = stoppable();
    const ended = all(store.subscribe({ signal }));
    const other = deliveredUntil(store, { enough: ({ length }) => length >= 2 });
    await store.append(MINE, someEvents(1), 'no-stream');
    abort();
    await ended;
    await store.append(MINE, someEvents(1), 0);
    expect((await other).flat()).toHaveLength(2);
  }),
];

function stoppable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** The store, whose log has so many events of one mine, takes and delivers the next one. */
async function goesOn(store: EventStore, length: number): Promise<void> {
  await store.append(MINE, someEvents(1), length === 0 ? 'no-stream' : length - 1);
  const batches = await deliveredUntil(store, { enough: (events) => events.length > length });
  expect(batches.flat()).toHaveLength(length + 1);
}
