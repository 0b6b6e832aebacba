import { expect } from '@jest/globals';
import { type Check, check } from '../check.ts';
import { all, givenALongStream, givenEvents, ids, inBatches, someEvents } from '../given.ts';

const MINE = 'mine-XJ-0001';

/** Reading one stream, forwards and backwards. */
export const readingOneStream: readonly Check[] = [
  ...[
    { options: {}, revisions: [0, 1, 2, 3, 4] },
    { options: { from: 2 }, revisions: [2, 3, 4] },
    { options: { to: 2 }, revisions: [0, 1, 2] },
    { options: { from: 1, to: 3 }, revisions: [1, 2, 3] },
    { options: { from: 4, to: 4 }, revisions: [4] },
    { options: { from: 3, to: 99 }, revisions: [3, 4] },
    { options: { from: 5 }, revisions: [] },
    { options: { from: 3, to: 2 }, revisions: [] },
    { options: { backwards: true }, revisions: [4, 3, 2, 1, 0] },
    { options: { backwards: true, from: 2 }, revisions: [4, 3, 2] },
    { options: { backwards: true, to: 1 }, revisions: [1, 0] },
    { options: { backwards: true, from: 1, to: 3 }, revisions: [3, 2, 1] },
    { options: { backwards: true, from: 5 }, revisions: [] },
  ].map(({ options, revisions }) =>
    check(`of five events with ${JSON.stringify(options)} gives revisions ${revisions.join(', ')}`, async (store) => {
      await store.append('mine-GZ-0002', someEvents(2), 'no-stream');
      const events = await givenEvents(store, MINE, 5);
      await store.append('mine-GZ-0002', someEvents(2), 1);

      const read = await all(store.read(MINE, options));

      expect(read.map((event) => event.revision)).toEqual(revisions);
      expect(ids(read)).toEqual(revisions.map((revision) => events[revision]?.eventId));
    }),
  ),

  check('that does not exist gives nothing', async (store) => {
    await givenEvents(store, MINE, 1);
    for (const stream of ['mine-XJ-0002', 'mine-XJ-000', '', 'no\0name', '\ud800']) {
      expect(await all(store.read(stream))).toEqual([]);
      expect(await all(store.read(stream, { backwards: true }))).toEqual([]);
    }
  }),

  check('of 10 000 events gives each once, in batches, both ways and from the middle', async (store) => {
    const events = await givenALongStream(store, { stream: MINE, length: 10_000, sizes: [1000, 1, 499] });
    const forwards = await inBatches(store.read(MINE));
    const backwards = await inBatches(store.read(MINE, { backwards: true }));

    const revisions = events.map((_, index) => index);
    expect(forwards.flat().map((event) => event.revision)).toEqual(revisions);
    expect(ids(forwards.flat())).toEqual(ids(events));
    expect(backwards.flat().map((event) => event.revision)).toEqual(revisions.toReversed());
    for (const batches of [forwards, backwards]) {
      expect(batches.length).toBeGreaterThan(1);
      expect(batches.every((batch) => batch.length > 0)).toBe(true);
    }
    expect(ids(await all(store.read(MINE, { from: 4999, to: 7001 })))).toEqual(ids(events.slice(4999, 7002)));
    expect(await store.append(MINE, someEvents(1), 9999)).toMatchObject({ firstRevision: 10_000 });
  }),

  check('gives the stream as it was when the reading began', async (store) => {
    await givenALongStream(store, { stream: MINE, length: 1500, sizes: [500] });
    const read: number[] = [];
    for await (const batch of store.read(MINE)) {
      if (read.length === 0) await store.append(MINE, someEvents(3), 1499);
      read.push(...batch.map((event) => event.revision));
    }
    expect(read).toHaveLength(1500);
  }),

  ...[{ from: -1 }, { from: 1.5 }, { to: -1 }, { to: Number.NaN }].map((options) =>
    check(`refuses ${Object.entries(options).join(' ')}: revisions are whole numbers from 0`, async (store) => {
      await expect(all(store.read(MINE, options))).rejects.toBeInstanceOf(RangeError);
    }),
  ),
];
