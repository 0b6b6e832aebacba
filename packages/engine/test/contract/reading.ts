import { describe, expect, test } from '@jest/globals';
import { InvalidPosition } from '../../src/event-store/errors.ts';
import type { EventStore } from '../../src/event-store/event-store.ts';
import { all, givenEvents, ids, inBatches, type OpenStore, onStore, someEvents } from './given.ts';

const MINE = 'mine-XJ-0001';

/** Reading one stream and all streams. */
export function reading(open: OpenStore): void {
  describe('reading one stream', () => {
    test.each([
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
    ])('of five events with $options gives revisions $revisions', async ({ options, revisions }) => {
      await onStore(open, async (store) => {
        await store.append('mine-GZ-0002', someEvents(2), 'no-stream');
        const events = await givenEvents(store, MINE, 5);
        await store.append('mine-GZ-0002', someEvents(2), 1);

        const read = await all(store.read(MINE, options));

        expect(read.map((event) => event.revision)).toEqual(revisions);
        expect(ids(read)).toEqual(revisions.map((revision) => events[revision]?.eventId));
      })();
    });

    test(
      'that does not exist gives nothing',
      onStore(open, async (store) => {
        await givenEvents(store, MINE, 1);
        for (const stream of ['mine-XJ-0002', 'mine-XJ-000', '', 'no\0name', '\ud800']) {
          expect(await all(store.read(stream))).toEqual([]);
          expect(await all(store.read(stream, { backwards: true }))).toEqual([]);
        }
      }),
    );

    test(
      'gives a long one in batches, both ways, each event once',
      onStore(open, async (store) => {
        await givenALongLog(store, 2500);
        const forwards = await inBatches(store.read(MINE));
        const backwards = await inBatches(store.read(MINE, { backwards: true }));

        const revisions = Array.from({ length: 2500 }, (_, index) => index);
        expect(forwards.flat().map((event) => event.revision)).toEqual(revisions);
        expect(backwards.flat().map((event) => event.revision)).toEqual(revisions.toReversed());
        for (const batches of [forwards, backwards]) {
          expect(batches.length).toBeGreaterThan(1);
          expect(batches.every((batch) => batch.length > 0)).toBe(true);
        }
      }),
    );

    test(
      'gives the stream as it was when the reading began',
      onStore(open, async (store) => {
        await givenALongLog(store, 1500);
        const read: number[] = [];
        for await (const batch of store.read(MINE)) {
          if (read.length === 0) await store.append(MINE, someEvents(3), 1499);
          read.push(...batch.map((event) => event.revision));
        }
        expect(read).toHaveLength(1500);
      }),
    );

    test.each([{ from: -1 }, { from: 1.5 }, { to: -1 }, { to: Number.NaN }])(
      'refuses %j: revisions are whole numbers from 0',
      async (options) => {
        await onStore(open, async (store) => {
          await expect(all(store.read(MINE, options))).rejects.toBeInstanceOf(RangeError);
        })();
      },
    );
  });

  describe('reading all streams', () => {
    test(
      'gives everything in the order it was stored, with increasing positions up to the head',
      onStore(open, async (store) => {
        expect(await store.head()).toBeUndefined();
        expect(await all(store.readAll())).toEqual([]);
        const a = await givenEvents(store, 'mine-a', 3);
        const b = await givenEvents(store, 'mine-b', 2);

        const read = await all(store.readAll());

        expect(ids(read)).toEqual(ids([...a, ...b]));
        expect(read.map((event) => event.position).toSorted(store.compare)).toEqual(
          read.map((event) => event.position),
        );
        expect(await store.head()).toBe(read.at(-1)?.position);
      }),
    );

    test(
      'begins after a position, without it, and at the head gives nothing',
      onStore(open, async (store) => {
        await givenEvents(store, MINE, 4);
        const everything = await all(store.readAll());
        for (const [index, { position }] of everything.entries()) {
          expect(await all(store.readAll({ after: position }))).toEqual(everything.slice(index + 1));
        }
      }),
    );

    test.each([
      { limit: 0, expected: 0 },
      { limit: 1, expected: 3 },
      { limit: 3, expected: 3 },
      { limit: 4, expected: 6 },
      { limit: 5, expected: 6 },
      { limit: 7, expected: 9 },
      { limit: 100, expected: 9 },
    ])('with limit $limit gives $expected events of appends of three', async ({ limit, expected }) => {
      await onStore(open, async (store) => {
        for (const stream of ['mine-a', 'mine-b', 'mine-c']) await store.append(stream, someEvents(3), 'no-stream');
        expect(await all(store.readAll({ limit }))).toHaveLength(expected);
      })();
    });

    test(
      'page by page gives each event once and never splits an append',
      onStore(open, async (store) => {
        await givenALongLog(store, 2500);
        const everything = await all(store.readAll());
        for (const limit of [1, 7, 100, 513]) {
          const paged: string[] = [];
          for (let after: string | undefined; after !== (await store.head()); ) {
            for (const batch of await inBatches(store.readAll({ after, limit }))) {
              expect(batch.at(-1)?.append.index).toBe((batch.at(-1)?.append.size ?? 0) - 1);
              expect(batch[0]?.append.index).toBe(0);
              paged.push(...ids(batch));
              after = batch.at(-1)?.position;
            }
          }
          expect(paged).toEqual(ids(everything));
        }
      }),
    );

    test(
      'gives one append in one batch, however many events it has',
      onStore(open, async (store) => {
        await givenEvents(store, 'mine-a', 5);
        await store.append(MINE, someEvents(1000), 'no-stream');

        const batches = await inBatches(store.readAll());

        const ofMine = batches.filter((batch) => batch.some((event) => event.stream === MINE));
        expect(ofMine).toHaveLength(1);
        expect(ofMine[0]?.filter((event) => event.stream === MINE)).toHaveLength(1000);
      }),
    );

    test(
      'lets other work run between two batches',
      onStore(open, async (store) => {
        await givenALongLog(store, 2500);
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
    );

    test.each(['', '-1', '1.5', ' 1', '1e3', 'abc', '1\n', '\0'])('refuses %j as a position', async (position) => {
      await onStore(open, async (store) => {
        await givenEvents(store, MINE, 1);
        await expect(all(store.readAll({ after: position }))).rejects.toBeInstanceOf(InvalidPosition);
        expect(() => store.compare(position, position)).toThrow(InvalidPosition);
      })();
    });

    test.each([-1, 0.5, Number.NaN])('refuses %d as a limit', async (limit) => {
      await onStore(open, async (store) => {
        await expect(all(store.readAll({ limit }))).rejects.toBeInstanceOf(RangeError);
      })();
    });

    test(
      'orders positions as numbers, not as text',
      onStore(open, async (store) => {
        await givenALongLog(store, 12);
        const positions = (await all(store.readAll())).map((event) => event.position);
        expect(positions.toReversed().toSorted(store.compare)).toEqual(positions);
        expect(store.compare(positions[3] ?? '', positions[3] ?? '')).toBe(0);
      }),
    );
  });
}

/** One stream of many events in appends of one to five. */
async function givenALongLog(store: EventStore, length: number): Promise<void> {
  const appends: Promise<unknown>[] = [];
  for (let stored = 0; stored < length; ) {
    const events = someEvents(Math.min(1 + (stored % 5), length - stored), stored);
    appends.push(store.append(MINE, events, stored === 0 ? 'no-stream' : stored - 1));
    stored += events.length;
  }
  await Promise.all(appends);
}
