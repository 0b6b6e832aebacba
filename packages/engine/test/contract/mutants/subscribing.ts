import type { EventStore, RecordedEvent } from '../../../src/event-store/event-store.ts';
import { contract, differential, properties } from '../suites.ts';
import { changedBatches, every, type Mutant } from './mutant.ts';

/** Stores that serve subscribers wrongly. */
export const subscribingWrongly: readonly Mutant[] = [
  {
    name: 'delivers every third batch twice to subscribers',
    caughtBy: [contract, differential, properties],
    spoil(sound) {
      const now = every(3);
      return changedBatches(sound, ['subscribe'], (batch) => (now() ? [...batch, ...batch] : batch));
    },
  },
  {
    name: 'forgets to wake a subscriber at every third append',
    silent: true,
    caughtBy: [contract, properties],
    spoil: (sound) => ({
      async *subscribe(options) {
        const now = every(3);
        let asleep: RecordedEvent[] = [];
        for await (const batch of live(sound, options)) {
          if (batch.isLive && now()) asleep = batch.events;
          else {
            yield [...asleep, ...batch.events];
            asleep = [];
          }
        }
      },
    }),
  },
  {
    name: 'loses what is appended while a subscriber goes from catching up to live',
    silent: true,
    caughtBy: [contract, properties],
    spoil: (sound) => ({
      async *subscribe(options) {
        let missed = false;
        for await (const { isLive, events } of live(sound, options)) {
          if (!isLive || missed) yield events;
          else missed = true;
        }
      },
    }),
  },
  {
    name: 'splits appends over batches for subscribers',
    caughtBy: [contract, properties],
    spoil: (sound) => ({
      async *subscribe(options) {
        for await (const batch of sound.subscribe(options)) {
          for (let first = 0; first < batch.length; first += 4) yield batch.slice(first, first + 4);
        }
      },
    }),
  },
  {
    name: 'swaps the last two events of a batch for subscribers',
    caughtBy: [contract, differential, properties],
    spoil: (sound) =>
      changedBatches(sound, ['subscribe'], (batch) => [...batch.slice(0, -2), ...batch.slice(-2).toReversed()]),
  },
  {
    name: 'goes on waiting when a subscriber has aborted',
    silent: true,
    caughtBy: [contract],
    spoil: (sound) => ({
      subscribe: ({ after }) => sound.subscribe({ after, signal: new AbortController().signal }),
    }),
  },
];

/** The batches of a subscription, and whether each was appended after it began. */
async function* live(
  sound: EventStore,
  options: Parameters<EventStore['subscribe']>[0],
): AsyncGenerator<{ readonly isLive: boolean; readonly events: RecordedEvent[] }> {
  const head = await sound.head();
  for await (const events of sound.subscribe(options)) {
    const last = events.at(-1)?.position;
    yield { isLive: last !== undefined && (head === undefined || sound.compare(last, head) > 0), events };
  }
}
