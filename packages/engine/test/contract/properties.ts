import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Appended, EventStore, NewEvent, RecordedEvent } from '../../src/event-store/event-store.ts';
import { type Check, type OpenStore, onStore } from './check.ts';
import { all, deliveredUntil, givenEvents, ids, inBatches, neverSplitAnAppend, someEvents } from './given.ts';
import { HISTORIES } from './sizes.ts';
import { type Subscriber, subscribed } from './subscriber.ts';

/** An append that was acknowledged, and how. */
interface Acknowledged {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly answer: Appended;
}

/** One random append: `behind` is by how much its expectation misses the end of the stream, mostly not at all. */
interface Plan {
  readonly stream: string;
  readonly size: number;
  readonly behind: number;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  stream: fc.constantFrom('mine-1', 'mine-10', 'mine-2'),
  size: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(40)),
  behind: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-2, -1, 1, 2) }),
});

/** Appends at the same time, then others, and so on. */
const rounds = fc.array(fc.array(plan, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 8, size: 'max' });

/** What holds after any history of appends. */
export const storeProperties: readonly Check[] = [
  {
    name: 'whoever subscribes at any moment gets what readAll gives, each event once and soon, each append whole',
    check: (open) =>
      forAll(open, async (store, planned) => {
        const subscribers: { after: RecordedEvent | undefined; subscriber: Subscriber }[] = [];
        for (const [index, round] of planned.entries()) {
          const after = (await all(store.readAll())).at(-1);
          subscribers.push({ after: undefined, subscriber: subscribed(store) });
          subscribers.push({ after, subscriber: subscribed(store, after?.position) });
          await sendRound(store, round);
          const newest = (await all(store.readAll())).at(-1)?.eventId;
          if (newest === undefined || newest === after?.eventId || index % 3 === 2) continue;
          for (const { subscriber } of subscribers) await subscriber.reached(newest);
        }
        const [last] = await givenEvents(store, 'mine-last', 1);

        const everything = ids(await all(store.readAll()));
        for (const { after, subscriber } of subscribers) {
          if (last) await subscriber.reached(last.eventId);
          await subscriber.stop();
          const rest = after ? everything.slice(everything.indexOf(after.eventId) + 1) : everything;
          expect(ids(subscriber.batches.flat())).toEqual(rest);
          expect(neverSplitAnAppend(subscriber.batches)).toBe(true);
        }
      }),
  },

  afterAny(
    'revisions are dense, positions increase, and what is read is what was acknowledged',
    async (store, known) => {
      const everything = await all(store.readAll());
      expect(everything).toHaveLength(known.reduce((sum, { events }) => sum + events.length, 0));
      for (const [index, { position }] of everything.entries()) {
        const before = everything[index - 1];
        if (before) expect(store.compare(before.position, position)).toBeLessThan(0);
      }
      for (const [stream, stored] of byStream(everything)) {
        expect(await all(store.read(stream))).toEqual(stored);
        expect(stored.map(({ revision }) => revision)).toEqual(stored.map((_, index) => index));
      }
      for (const { stream, events, answer } of known) {
        const { firstRevision: from, lastRevision: to } = answer;
        const stored = await all(store.read(stream, { from, to }));
        expect(stored).toMatchObject(
          events.map((event, index) => ({ ...event, stream, append: { index, size: events.length } })),
        );
        expect(stored.at(-1)?.position).toBe(answer.position);
      }
    },
  ),

  afterAny('sending any acknowledged append again gives its first answer and stores nothing', async (store, known) => {
    const before = await all(store.readAll());
    await Promise.all(
      known.map(async ({ stream, events, answer }) => {
        const expected = answer.firstRevision === 0 ? 'no-stream' : answer.firstRevision - 1;
        expect(await store.append(stream, events, expected)).toEqual({ ...answer, duplicate: true });
      }),
    );
    expect(await all(store.readAll())).toEqual(before);
  }),

  afterAny('any part of a stream is that part of the whole, both ways', async (store, known) => {
    for (const [stream, stored] of byStream(await all(store.readAll()))) {
      for (const { answer } of known.slice(0, 8)) {
        const [from, to] = [answer.firstRevision, answer.lastRevision + 3];
        const part = stored.slice(from, to + 1);
        expect(await all(store.read(stream, { from, to }))).toEqual(part);
        expect(await all(store.read(stream, { from, to, backwards: true }))).toEqual(part.toReversed());
      }
    }
  }),

  afterAny(
    'whoever begins after any append, or pages by any limit, gets the rest, each append whole',
    async (store) => {
      const everything = await all(store.readAll());
      for (const [index, { position, append }] of everything.entries()) {
        if (append.index !== append.size - 1) continue;
        const rest = everything.slice(index + 1);
        const page = await inBatches(store.readAll({ after: position, limit: 1 + (index % 7) }));
        expect(page.flat()).toEqual(rest.slice(0, page.flat().length));
        expect(page.flat().length).toBeGreaterThanOrEqual(Math.min(rest.length, 1 + (index % 7)));
        expect(neverSplitAnAppend(page)).toBe(true);
        if (rest.length === 0 || index % 5 !== 0) continue;
        const delivered = await deliveredUntil(store, {
          after: position,
          enough: ({ length }) => length >= rest.length,
        });
        expect(delivered.flat()).toEqual(rest);
        expect(neverSplitAnAppend(delivered)).toBe(true);
      }
    },
  ),
];

/** A property of the store after any rounds of appends, knowing what was acknowledged. */
function afterAny(name: string, holds: (store: EventStore, known: readonly Acknowledged[]) => Promise<void>): Check {
  return {
    name: `after any history ${name}`,
    check: (open) =>
      forAll(open, async (store, planned) => {
        const known: Acknowledged[] = [];
        for (const round of planned) known.push(...(await sendRound(store, round)));
        await holds(store, known);
      }),
  };
}

function forAll(
  open: OpenStore,
  body: (store: EventStore, planned: readonly Plan[][]) => Promise<void>,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(rounds, (planned) => onStore(open, (store) => body(store, planned))),
    { numRuns: HISTORIES },
  );
}

/** Sends the appends of a round at the same time and answers those that were acknowledged; the others were refused as they should be. */
async function sendRound(store: EventStore, round: readonly Plan[]): Promise<Acknowledged[]> {
  const lengths = new Map<string, number>();
  for (const { stream } of round) {
    const [last] = await all(store.read(stream, { backwards: true }));
    lengths.set(stream, last ? last.revision + 1 : 0);
  }
  const known: Acknowledged[] = [];
  await Promise.all(
    round.map(async ({ stream, size, behind }) => {
      const first = Math.max(0, (lengths.get(stream) ?? 0) - behind);
      const events = someEvents(size, first);
      try {
        const answer = await store.append(stream, events, first === 0 ? 'no-stream' : first - 1);
        expect(answer).toMatchObject({ firstRevision: first, lastRevision: first + size - 1, duplicate: false });
        known.push({ stream, events, answer });
      } catch (error) {
        expect(error).toMatchObject({
          name: 'WrongExpectedRevision',
          stream,
          expected: first === 0 ? 'no-stream' : first - 1,
        });
      }
    }),
  );
  for (const stream of lengths.keys()) {
    const taken = known.filter((one) => one.stream === stream);
    const right = round.some((one) => one.stream === stream && one.behind === 0);
    if (right) expect(taken.length).toBeGreaterThanOrEqual(1);
  }
  return known;
}

function byStream(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  return Map.groupBy(events, ({ stream }) => stream);
}
