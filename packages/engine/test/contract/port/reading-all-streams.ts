import { expect } from '@jest/globals';
import { InvalidPosition } from '../../../src/event-store/errors.ts';
import type { EventStore, Position } from '../../../src/event-store/event-store.ts';
import { type Check, check, onStore } from '../check.ts';
import { all, givenALongStream, givenEvents, ids, inBatches, neverSplitAnAppend, someEvents } from '../given.ts';
import { EVENTS } from '../sizes.ts';

const MINE = 'mine-XJ-0001';

/** Reading everything, from any position. */
export const readingAllStreams: readonly Check[] = [
  check('gives everything in the order it was stored, with increasing positions up to the head', async (store) => {
    expect(await store.head()).toBeUndefined();
    expect(await all(store.readAll())).toEqual([]);
    const a = await givenEvents(store, 'mine-a', 6);
    const b = await givenEvents(store, 'mine-b', 6);

    const read = await all(store.readAll());

    expect(ids(read)).toEqual(ids([...a, ...b]));
    const positions = read.map((event) => event.position);
    expect(positions.toReversed().toSorted(store.compare)).toEqual(positions);
    expect(new Set(positions).size).toBe(12);
    expect(store.compare(positions[3] ?? '', positions[3] ?? '')).toBe(0);
    expect(await store.head()).toBe(positions.at(-1));
  }),

  check('begins after a position, without it, and at the head gives nothing', async (store) => {
    await givenEvents(store, MINE, 4);
    const everything = await all(store.readAll());
    for (const [index, { position }] of everything.entries()) {
      expect(await all(store.readAll({ after: position }))).toEqual(everything.slice(index + 1));
    }
  }),

  ...[
    { limit: 0, expected: 0 },
    { limit: 1, expected: 3 },
    { limit: 3, expected: 3 },
    { limit: 4, expected: 6 },
    { limit: 5, expected: 6 },
    { limit: 7, expected: 9 },
    { limit: 100, expected: 9 },
  ].map(({ limit, expected }) =>
    check(`with limit ${limit} gives ${expected} events of appends of three`, async (store) => {
      for (const stream of ['mine-a', 'mine-b', 'mine-c']) await store.append(stream, someEvents(3), 'no-stream');
      expect(await all(store.readAll({ limit }))).toHaveLength(expected);
    }),
  ),

  check('page by page gives each event once and never splits an append', async (store) => {
    const events = await givenALongStream(store, { stream: MINE, length: 1300, sizes: [1, 2, 3, 4, 5, 120] });
    for (const limit of [7, 100, 513]) {
      const paged: string[] = [];
      for await (const page of pages(store, limit)) {
        expect(neverSplitAnAppend(page)).toBe(true);
        paged.push(...ids(page.flat()));
      }
      expect(paged).toEqual(ids(events));
    }
  }),

  check(`gives ${EVENTS} events page by page: each once, in the order of their positions`, async (store) => {
    const streams = 10;
    const length = EVENTS / streams;
    for (let stream = 0; stream < streams; stream++) {
      await givenALongStream(store, { stream: `mine-${stream}`, length, sizes: [700, 50, 250] });
    }
    const next = new Map<string, number>();
    let last: Position | undefined;
    for await (const page of pages(store, 997)) {
      for (const { stream, revision, position } of page.flat()) {
        if (revision !== (next.get(stream) ?? 0) || (last !== undefined && store.compare(last, position) >= 0)) {
          throw new Error(`Revision ${revision} of ${stream} at position ${position} follows position ${last}.`);
        }
        next.set(stream, revision + 1);
        last = position;
      }
    }
    expect([...next.values()]).toEqual(Array.from({ length: streams }, () => length));
    expect(last).toBe(await store.head());
  }),

  check('gives one append in one batch, however many events it has', async (store) => {
    await givenEvents(store, 'mine-a', 5);
    await store.append(MINE, someEvents(1000), 'no-stream');

    for (const options of [{}, { limit: 6 }]) {
      const batches = await inBatches(store.readAll(options));
      const ofMine = batches.filter((batch) => batch.some((event) => event.stream === MINE));
      expect(ofMine).toHaveLength(1);
      expect(ofMine[0]?.filter((event) => event.stream === MINE)).toHaveLength(1000);
    }
  }),

  check('lets other work run between two batches', async (store) => {
    await givenALongStream(store, { stream: MINE, length: 2500, sizes: [500] });
    let turns = 0;
    let turning = setImmediate(function turn() {
      turns++;
      turning = setImmediate(turn);
    });
    const batches = await inBatches(store.readAll());
    clearImmediate(turning);
    expect(batches.length).toBeGreaterThan(2);
    expect(turns).toBeGreaterThanOrEqual(batches.length - 1);
  }),

  ...['', '-1', '1.5', ' 1', '1e3', 'abc', '1\n', '\0', '99999999999999999999999999', '00000000-0000-4000-8000-0'].map(
    (position) =>
      check(`refuses ${JSON.stringify(position)}, which is no position of this store`, async (store) => {
        await givenEvents(store, MINE, 1);
        const { signal } = new AbortController();
        await expect(all(store.readAll({ after: position }))).rejects.toBeInstanceOf(InvalidPosition);
        await expect(all(store.subscribe({ after: position, signal }))).rejects.toBeInstanceOf(InvalidPosition);
        expect(() => store.compare(position, position)).toThrow(InvalidPosition);
      }),
  ),

  {
    name: 'belongs to one store: two have different ids, by which a position of one is told from one of the other',
    check: (open) =>
      onStore(open, (one) =>
        onStore(open, async (other) => {
          expect(one.storeId).not.toBe('');
          expect(one.storeId).not.toBe(other.storeId);
        }),
      ),
  },

  ...[-1, 0.5, Number.NaN].map((limit) =>
    check(`refuses ${limit} as a limit`, async (store) => {
      await expect(all(store.readAll({ limit }))).rejects.toBeInstanceOf(RangeError);
    }),
  ),
];

/** Everything in pages of about so many events, each page begun where the last one ended. */
async function* pages(store: EventStore, limit: number): AsyncGenerator<Awaited<ReturnType<typeof inBatches>>> {
  for (let after: Position | undefined; ; ) {
    const page = await inBatches(store.readAll({ after, limit }));
    const last = page.at(-1)?.at(-1);
    if (!last) return;
    yield page;
    after = last.position;
  }
}
