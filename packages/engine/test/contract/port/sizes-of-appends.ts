import { expect } from '@jest/globals';
import { EventTooLarge, MAX_APPEND_BYTES, MAX_APPEND_EVENTS } from '../../../src/event-store/errors.ts';
import type { NewEvent } from '../../../src/event-store/event-store.ts';
import { type Check, check } from '../check.ts';
import { all, anEvent, deliveredUntil, givenEvents, ids, inBatches, someEvents } from '../given.ts';
import { refuses } from './refusing.ts';

const MINE = 'mine-XJ-0001';

/** How much one append may hold: 512 KiB of JSON, and not a byte more. */
export const sizesOfAppends: readonly Check[] = [
  ...Object.entries({
    'one event': 1,
    'seven events': 7,
    'as many events as an append may have': MAX_APPEND_EVENTS,
  }).map(([what, count]) =>
    check(`may be exactly 512 KiB, in ${what}`, async (store) => {
      const events = eventsOfBytes(MAX_APPEND_BYTES, count);
      await store.append(MINE, events, 'no-stream');
      expect(await all(store.read(MINE))).toMatchObject(events);
    }),
  ),

  ...Object.entries({ 'one event': 1, 'seven events': 7 }).map(([what, count]) =>
    check(`may not be a byte more, in ${what}`, (store) =>
      refuses(store, EventTooLarge, () => store.append(MINE, eventsOfBytes(MAX_APPEND_BYTES + 1, count), 'no-stream')),
    ),
  ),

  check('is counted in bytes of UTF-8, not in characters', (store) => {
    const event = anEvent({ text: '矿'.repeat(MAX_APPEND_BYTES / 3) });
    return refuses(store, EventTooLarge, () => store.append(MINE, [event], 'no-stream'));
  }),

  check('refused leaves the stream where it was, for the next one', async (store) => {
    const before = await givenEvents(store, MINE, 2);
    await expect(store.append(MINE, eventsOfBytes(MAX_APPEND_BYTES + 1, 3), 1)).rejects.toBeInstanceOf(EventTooLarge);
    const next = someEvents(2);
    expect(await store.append(MINE, next, 1)).toMatchObject({ firstRevision: 2, lastRevision: 3 });
    expect(ids(await all(store.readAll()))).toEqual(ids([...before, ...next]));
  }),

  check('of the largest appends each reaches readers and subscribers whole, in one batch', async (store) => {
    const stored: NewEvent[] = [];
    for (let mine = 0; mine < 4; mine++) {
      const events = eventsOfBytes(MAX_APPEND_BYTES, 7);
      await store.append(`mine-${mine}`, events, 'no-stream');
      stored.push(...events);
    }
    for (const batches of [
      await inBatches(store.readAll({ limit: 27 })),
      await deliveredUntil(store, { enough: ({ length }) => length >= 28 }),
    ]) {
      expect(ids(batches.flat())).toEqual(ids(stored));
      for (const batch of batches) expect(batch.length % 7).toBe(0);
    }
  }),
];

/** Events whose JSON, data and metadata together, has exactly so many bytes. */
function eventsOfBytes(bytes: number, count: number): NewEvent[] {
  const empty = Array.from({ length: count }, () => ({ ...anEvent({ text: '' }), metadata: {} }));
  const left = bytes - empty.length * '{"text":""}{}'.length;
  const each = Math.floor(left / count);
  return empty.map((event, index) => ({
    ...event,
    data: { text: 'x'.repeat(index === 0 ? left - each * (count - 1) : each) },
  }));
}
