import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore } from '../../src/event-store/event-store.ts';
import { openMemoryStore } from '../../src/event-store/memory.ts';
import { openSqliteStore } from '../../src/event-store/sqlite.ts';
import { temporaryFolder } from '../event-store/temporary-folder.ts';
import { all, inBatches } from './given.ts';

/** Something to do with a store; its answer, or its error, is data that can be compared. */
type Operation = (store: EventStore) => Promise<unknown>;

const stream = fc.constantFrom('mine-1', 'mine-2', 'mine-10', '矿井', '');
const revision = fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined });

/** Few ids, so that appends often meet events that are already there. */
const events = fc.array(
  fc.record({
    eventId: fc.integer({ min: 0, max: 9 }).map((n) => `00000000-0000-4000-8000-00000000000${n}`),
    type: fc.constantFrom('MineClosed', 'NoteAdded'),
    data: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()).map((data) => JSON.parse(JSON.stringify(data))),
    metadata: fc.constant({ actor: 'inspector-1' }),
  }),
  { maxLength: 3 },
);

const append = fc
  .record({ stream, events, expected: fc.oneof(fc.constant('no-stream' as const), fc.integer({ min: -1, max: 6 })) })
  .map(
    ({ stream, events, expected }): Operation =>
      (store) =>
        store.append(stream, events, expected),
  );

const appendAtEnd = fc.record({ stream, events, times: fc.integer({ min: 1, max: 3 }) }).map(
  ({ stream, events, times }): Operation =>
    async (store) => {
      const [last] = await all(store.read(stream, { backwards: true }));
      const expected = last?.revision ?? 'no-stream';
      return Promise.allSettled(Array.from({ length: times }, () => store.append(stream, events, expected)));
    },
);

const read = fc.record({ stream, from: revision, to: revision, backwards: fc.boolean() }).map(
  ({ stream, ...options }): Operation =>
    (store) =>
      all(store.read(stream, options)),
);

const readAll = fc.record({ after: revision, limit: revision }).map(
  ({ after, limit }): Operation =>
    (store) =>
      inBatches(store.readAll({ after: after?.toString(), limit })),
);

const operations = fc.array(fc.oneof(append, appendAtEnd, appendAtEnd, read, readAll), {
  minLength: 20,
  maxLength: 60,
  size: 'max',
});

test('memory and SQLite give the same answers and errors to the same operations', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(operations, async (planned) => {
      const { folder, remove } = temporaryFolder();
      const memory = openMemoryStore({ storeId: 'store-1' });
      const sqlite = openSqliteStore({ file: join(folder, 'events.db'), newStoreId: () => 'store-1' });
      for (const operation of [...planned, (store: EventStore) => store.head()]) {
        expect(await answerOf(operation, sqlite)).toEqual(await answerOf(operation, memory));
        compared++;
      }
      expect(await all(sqlite.readAll())).toEqual(await all(memory.readAll()));
      await Promise.all([memory.close(), sqlite.close()]);
      remove();
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(2000);
}, 60_000);

async function answerOf(operation: Operation, store: EventStore): Promise<unknown> {
  try {
    return await operation(store);
  } catch (error) {
    return error instanceof Error ? { ...error, name: error.name, message: error.message } : error;
  }
}
