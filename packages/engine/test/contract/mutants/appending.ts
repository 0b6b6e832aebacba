import { WrongExpectedRevision } from '../../../src/event-store/errors.ts';
import type { Appended, EventStore, NewEvent, Revision } from '../../../src/event-store/event-store.ts';
import { contract, differential, linearizability, properties } from '../suites.ts';
import { every, type Mutant } from './mutant.ts';

type Append = EventStore['append'];

const EVERY_SUITE = [contract, differential, properties, linearizability];

/** Stores that append wrongly. */
export const appendingWrongly: readonly Mutant[] = [
  {
    name: 'acknowledges every fifth append and loses it',
    silent: true,
    caughtBy: EVERY_SUITE,
    spoil(sound) {
      const now = every(5);
      return appending(async (stream, events, expected) =>
        now() ? acknowledged(events, expected, await sound.head()) : sound.append(stream, events, expected),
      );
    },
  },
  {
    name: 'stores half of every third append of several events and acknowledges the whole',
    caughtBy: EVERY_SUITE,
    spoil(sound) {
      const now = every(3);
      return appending(async (stream, events, expected) => {
        if (events.length === 1 || !now()) return sound.append(stream, events, expected);
        const { position } = await sound.append(stream, events.slice(0, Math.ceil(events.length / 2)), expected);
        return acknowledged(events, expected, position);
      });
    },
  },
  {
    name: 'answers a wrong revision to appends of three events',
    caughtBy: EVERY_SUITE,
    spoil: (sound) =>
      appending(async (stream, events, expected) => {
        const answer = await sound.append(stream, events, expected);
        return events.length === 3 ? { ...answer, firstRevision: answer.firstRevision + 1 } : answer;
      }),
  },
  {
    name: 'does not look at the expected revision',
    caughtBy: [contract, differential, properties],
    spoil: (sound) =>
      appending((stream, events, expected) =>
        sound.append(stream, events, expected).catch((error: unknown) => {
          if (error instanceof WrongExpectedRevision) return sound.append(stream, events, error.actual);
          throw error;
        }),
      ),
  },
  {
    name: 'refuses every sixth append and stores it',
    caughtBy: EVERY_SUITE,
    spoil(sound) {
      const now = every(6);
      return appending(async (stream, events, expected) => {
        const answer = await sound.append(stream, events, expected);
        if (now()) throw new WrongExpectedRevision(stream, expected, answer.lastRevision);
        return answer;
      });
    },
  },
  {
    name: 'does not recognise an append that it stored before, and refuses it',
    caughtBy: [contract, differential, properties],
    spoil: (sound) =>
      appending(async (stream, events, expected) => {
        const answer = await sound.append(stream, events, expected);
        if (answer.duplicate) throw new WrongExpectedRevision(stream, expected, answer.lastRevision);
        return answer;
      }),
  },
  {
    name: 'does not recognise an append that it stored before, and stores it twice',
    caughtBy: EVERY_SUITE,
    spoil: (sound) =>
      appending(async (stream, events, expected) => {
        const answer = await sound.append(stream, events, expected);
        if (!answer.duplicate) return answer;
        for await (const [last] of sound.read(stream, { backwards: true })) {
          return sound.append(stream, events, last?.revision ?? 'no-stream');
        }
        return answer;
      }),
  },
  {
    name: 'recognises an append by its first event alone',
    caughtBy: [contract, differential],
    spoil: (sound) =>
      appending(async (stream, events, expected) => {
        try {
          return await sound.append(stream, events, expected);
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision)) throw error;
          const { duplicate, position } = await sound.append(stream, events.slice(0, 1), expected);
          return { ...acknowledged(events, expected, position), duplicate };
        }
      }),
  },
  {
    name: 'answers nothing to an append after it is closed',
    silent: true,
    caughtBy: [contract],
    spoil(sound) {
      let closed = false;
      return {
        append: (...append) => (closed ? new Promise(() => {}) : sound.append(...append)),
        close() {
          closed = true;
          return sound.close();
        },
      };
    },
  },
];

function appending(append: Append): Partial<EventStore> {
  return { append };
}

/** What would be answered if the events were stored where they are expected to go. */
function acknowledged(events: readonly NewEvent[], expected: 'no-stream' | Revision, position = '1'): Appended {
  const firstRevision = expected === 'no-stream' ? 0 : expected + 1;
  return { firstRevision, lastRevision: firstRevision + events.length - 1, position, duplicate: false };
}
