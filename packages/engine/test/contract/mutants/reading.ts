import { InvalidPosition } from '../../../src/event-store/errors.ts';
import type { RecordedEvent } from '../../../src/event-store/event-store.ts';
import { contract, differential, linearizability, properties } from '../suites.ts';
import { changedBatches, every, type Mutant } from './mutant.ts';

/** Stores that keep everything and give it back wrongly. */
export const readingWrongly: readonly Mutant[] = [
  {
    name: 'loses the fourth event of a stream for all who read',
    caughtBy: [contract, differential, properties, linearizability],
    spoil: (sound) =>
      changedBatches(sound, ['read', 'readAll', 'subscribe'], (batch) =>
        batch.filter(({ revision }) => revision !== 3),
      ),
  },
  {
    name: 'numbers the third event of an append wrongly',
    caughtBy: [contract, differential, properties],
    spoil: (sound) =>
      changedBatches(sound, ['read', 'readAll', 'subscribe'], (batch) =>
        batch.map((event) => (event.append.index === 2 ? { ...event, revision: event.revision + 1 } : event)),
      ),
  },
  {
    name: 'swaps the last two events of a stream for who reads it',
    caughtBy: [contract, differential, properties, linearizability],
    spoil: (sound) =>
      changedBatches(sound, ['read'], (batch) => [...batch.slice(0, -2), ...batch.slice(-2).toReversed()]),
  },
  {
    name: 'swaps the last two appends for who reads all streams',
    caughtBy: [contract, differential, properties],
    spoil: (sound) => changedBatches(sound, ['readAll'], swappedAppends),
  },
  {
    name: 'gives every fifth reader a stream without its last event',
    caughtBy: [contract, differential, properties, linearizability],
    spoil(sound) {
      const now = every(5);
      return changedBatches(sound, ['read'], (batch) =>
        now() ? batch.filter(({ revision }) => revision !== Math.max(...batch.map((one) => one.revision))) : batch,
      );
    },
  },
  {
    name: 'ends a page in the middle of an append',
    caughtBy: [contract, differential, properties],
    spoil: (sound) => ({
      async *readAll({ after, limit = Number.MAX_SAFE_INTEGER } = {}) {
        let left = limit;
        for await (const batch of sound.readAll({ after, limit })) {
          if (left > 0) yield batch.slice(0, left);
          left -= batch.length;
        }
      },
    }),
  },
  {
    name: 'splits appends over batches',
    caughtBy: [contract, properties],
    spoil: (sound) => ({
      async *readAll(options) {
        for await (const batch of sound.readAll(options)) {
          for (let first = 0; first < batch.length; first += 4) yield batch.slice(first, first + 4);
        }
      },
    }),
  },
  {
    name: 'orders positions as text',
    caughtBy: [contract, differential, properties],
    spoil: (sound) => ({
      compare(a, b) {
        sound.compare(a, b);
        return a < b ? -1 : Number(a > b);
      },
    }),
  },
  {
    name: 'begins anew after a position that is none of its own',
    caughtBy: [contract, differential],
    spoil: (sound) => ({
      async *readAll(options) {
        try {
          yield* sound.readAll(options);
        } catch (error) {
          if (!(error instanceof InvalidPosition)) throw error;
          yield* sound.readAll({ ...options, after: undefined });
        }
      },
    }),
  },
];

function swappedAppends(batch: RecordedEvent[]): RecordedEvent[] {
  const begins = batch.flatMap(({ append }, index) => (append.index === 0 ? [index] : []));
  const [second = 0, last = 0] = begins.slice(-2);
  return begins.length < 2 ? batch : [...batch.slice(0, second), ...batch.slice(last), ...batch.slice(second, last)];
}
