import fc from 'fast-check';
import type { EventStore, NewEvent, Position, RecordedEvent } from '../../src/event-store/event-store.ts';
import { Unanswered } from './deadlines.ts';
import { all } from './given.ts';

/** A store and the positions of its events in their order: by them the positions of two stores are told alike. */
export interface Compared {
  readonly store: EventStore;
  readonly positions: Position[];
}

/** Something to do with a store; its answer, or its error, is data that can be compared. */
export type Operation = (compared: Compared) => Promise<unknown>;

const stream = fc.constantFrom('mine-1', 'mine-2', 'mine-10', '矿井', '');
const revision = fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined });

/** Few ids, so that appends often meet events that are already there. */
const events = fc.array(
  fc.record({
    eventId: fc.integer({ min: 0, max: 9 }).map((n) => `00000000-0000-4000-8000-00000000000${n}`),
    type: fc.constantFrom('MineClosed', 'NoteAdded'),
    data: fc
      .dictionary(fc.string({ unit: 'binary', maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
      .map((data) => JSON.parse(JSON.stringify(data))),
    metadata: fc.constant({ actor: 'inspector-1' }),
  }),
  { maxLength: 3 },
);

const append = fc
  .record({ stream, events, expected: fc.oneof(fc.constant('no-stream' as const), fc.integer({ min: -1, max: 6 })) })
  .map((sent) => told('append', sent, ({ store }) => store.append(sent.stream, sent.events, sent.expected)));

/** At the end of a stream, up to three times at once: which of them is the first is left open. */
const appendAtEnd = fc.record({ stream, events, times: fc.integer({ min: 1, max: 3 }) }).map((sent) =>
  told('append at the end', sent, async ({ store }) => {
    const { stream, events, times } = sent;
    const [last] = await all(store.read(stream, { backwards: true }));
    const expected = last?.revision ?? 'no-stream';
    const answers = await Promise.all(
      Array.from({ length: times }, () => answerOf(() => store.append(stream, events, expected))),
    );
    return answers.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }),
);

const another: NewEvent = {
  eventId: '00000000-0000-4000-8000-00000000000a',
  type: 'MineClosed',
  data: {},
  metadata: {},
};

const changes = {
  'as it is': (events: NewEvent[]) => events,
  'cut short': (events: NewEvent[]) => events.slice(1),
  'with another event': (events: NewEvent[]) => [...events.slice(0, -1), another],
  'with one more': (events: NewEvent[]) => [...events, another],
  'in another order': (events: NewEvent[]) => events.toReversed(),
} as const;

/** What is in a stream from a place on, sent again there. */
const appendAgain = fc
  .record({
    stream,
    first: fc.nat({ max: 6 }),
    size: fc.integer({ min: 1, max: 3 }),
    change: fc.constantFrom('as it is', 'cut short', 'with another event', 'with one more', 'in another order'),
  })
  .map((sent) =>
    told('append again', sent, async ({ store }) => {
      const { stream, first, size, change } = sent;
      const there = await all(store.read(stream, { from: first, to: first + size - 1 }));
      const again = changes[change](there).map(({ eventId, type, data, metadata }) => ({
        eventId,
        type,
        data,
        metadata,
      }));
      return await store.append(stream, again, first === 0 ? 'no-stream' : first - 1);
    }),
  );

const read = fc
  .record({ stream, from: revision, to: revision, backwards: fc.boolean() })
  .map(({ stream, ...options }) =>
    told('read', { stream, ...options }, ({ store }) => all(store.read(stream, options))),
  );

/** After nothing, after the position of any event, within an append too, or after what is no position. */
const after = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<undefined | string>(undefined, 'yesterday', '') },
  { weight: 4, arbitrary: fc.nat({ max: 40 }) },
);

function positionIn({ positions }: Compared, place: number | string | undefined): Position | undefined {
  return typeof place === 'number' ? positions[place % Math.max(1, positions.length)] : place;
}

const readAll = fc
  .record({ place: after, limit: revision })
  .map(({ place, limit }) =>
    told('readAll', { place, limit }, (compared) =>
      all(compared.store.readAll({ after: positionIn(compared, place), limit })),
    ),
  );

/** What a subscription delivers of what is there already, from its first batch to the end. */
const subscribe = after.map((place) =>
  told('subscribe', { place }, async (compared) => {
    const { store } = compared;
    const delivered: RecordedEvent[] = [];
    const aborting = new AbortController();
    const head = await store.head();
    const from = positionIn(compared, place);
    if (from === head) return delivered;
    for await (const batch of store.subscribe({ after: from, signal: aborting.signal })) {
      delivered.push(...batch);
      if (batch.some(({ position }) => position === head)) aborting.abort();
    }
    return delivered;
  }),
);

const compare = fc
  .record({ a: after, b: after })
  .map(({ a, b }) =>
    told('compare', { a, b }, async (compared) =>
      Math.sign(compared.store.compare(positionIn(compared, a) ?? '', positionIn(compared, b) ?? '')),
    ),
  );

const head = fc.constant(told('head', {}, ({ store }) => store.head()));

/** Any one operation. */
export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  append,
  appendAtEnd,
  appendAtEnd,
  appendAgain,
  read,
  readAll,
  subscribe,
  compare,
  head,
);

/** The operation, and how it is written when it is part of a counterexample. */
function told(name: string, how: unknown, run: Operation): Operation {
  return Object.assign(run, { [fc.toStringMethod]: () => `${name} ${JSON.stringify(how)}` });
}

/** An error as data: its name and what it tells, without the sentence, which may name a position. */
export async function answerOf(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Unanswered) throw error;
    return { refused: { ...error, name: error.name } };
  }
}
