import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventStore, type NewEvent, openStore, type Position } from '@rectify/engine';
import { temporaryFolder } from '../server.ts';
import type { Attack, Figures, Row } from './row.ts';
import { seeded } from './seeded.ts';

const EVENTS_A_ROUND = 1_000;
const APPENDERS = 32;
const SUBSCRIBERS = 4;
/** How long subscribers may take for what is left when all is written, in milliseconds; what they have not got by then counts as lost. */
const PATIENCE = 120_000;

/** Subscribers of a SQLite store come and go while it is written to. */
export const subscribers: Row = {
  name: 'subscribers',
  promise: 'Subscribers miss nothing',
  attack:
    '4 subscribers of a store come and go under 32 appenders, 1 000 events a round; each gets every position once, in order',
  rounds: { full: 1_000, few: 5 },
  run,
};

/** What one subscriber was given. */
interface Heard {
  readonly events: number;
  readonly doubled: number;
  readonly subscriptions: number;
  readonly digest: string;
}

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const folder = temporaryFolder();
  const onFatal = (error: Error) => {
    throw error;
  };
  const store = await openStore(`sqlite:${join(folder, 'events.db')}`, { newStoreId: randomUUID, onFatal });
  try {
    const random = seeded(seed);
    let all = Number.POSITIVE_INFINITY;
    const over = new AbortController();
    const hearing = Promise.all(
      Array.from({ length: SUBSCRIBERS }, () => flapping(store, () => all, random, over.signal)),
    );
    hearing.catch(() => over.abort());
    const mayGoOn = (events: number) => events < rounds * EVENTS_A_ROUND && timeLeft();
    all = 1 + (await appendAll(store, mayGoOn, random, (done) => report(`${done} of ${rounds} rounds`)));
    // The last one wakes whoever waits.
    await store.append('last', [note()], 'no-stream');
    const patience = setTimeout(() => over.abort(), PATIENCE);
    const heard = await hearing;
    clearTimeout(patience);
    const stored = await allOf(store);
    const missing = heard.map(({ events, doubled }) => Math.max(0, all - (events - doubled)));
    const others = heard.filter(({ digest }) => digest !== stored.digest).length;
    const faults =
      others > 0 ? [`${others} subscribers were given other events than the store holds, or in another order.`] : [];
    if (stored.events !== all) faults.push(`The store holds ${stored.events} of ${all} events.`);
    return {
      rounds: Math.floor(all / EVENTS_A_ROUND),
      acknowledged: all,
      found: all - Math.max(...missing),
      lost: sumOf(missing),
      doubled: sumOf(heard.map(({ doubled }) => doubled)),
      faults,
      counted: { subscriptions: sumOf(heard.map(({ subscriptions }) => subscriptions)) },
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Appends from 1 to 20 events at a time, to a stream for each appender, for as long as so many may go on; answers how many there are. */
async function appendAll(
  store: EventStore,
  mayGoOn: (events: number) => boolean,
  random: () => number,
  report: (rounds: number) => void,
): Promise<number> {
  let events = 0;
  await Promise.all(
    Array.from({ length: APPENDERS }, async (_, appender) => {
      let expected: number | 'no-stream' = 'no-stream';
      while (mayGoOn(events)) {
        const some = Array.from({ length: 1 + Math.floor(random() * 20) }, note);
        events += some.length;
        expected = (await store.append(`stream-${appender}`, some, expected)).lastRevision;
        report(Math.floor(events / EVENTS_A_ROUND));
      }
    }),
  );
  return events;
}

function note(): NewEvent {
  return { eventId: randomUUID(), type: 'NoteAdded', data: { text: 'Seen on site.' }, metadata: {} };
}

/** Subscribes after the last position it was given, leaves after a few batches, sometimes in the middle of waiting, and comes back, until it has all. */
async function flapping(store: EventStore, all: () => number, random: () => number, over: AbortSignal): Promise<Heard> {
  const hash = createHash('sha256');
  let after: Position | undefined;
  let events = 0;
  let doubled = 0;
  let subscriptions = 0;
  while (events - doubled < all() && !over.aborted) {
    subscriptions += 1;
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, over]);
    let batches = Math.floor(random() * 4);
    for await (const batch of store.subscribe({ ...(after !== undefined && { after }), signal })) {
      for (const { position, eventId } of batch) {
        if (after !== undefined && store.compare(after, position) >= 0) doubled += 1;
        after = position;
        events += 1;
        hash.update(`${position} ${eventId}\n`);
      }
      if (batches === 0 || events - doubled >= all()) break;
      batches -= 1;
      // Leaves while the subscription waits for the next append.
      if (batches === 0 && random() < 0.5) setImmediate(() => leaving.abort());
      if (random() < 0.1) await nextTurn();
    }
  }
  return { events, doubled, subscriptions, digest: hash.digest('hex') };
}

async function allOf(store: EventStore): Promise<Pick<Heard, 'events' | 'digest'>> {
  const hash = createHash('sha256');
  let events = 0;
  for await (const batch of store.readAll()) {
    for (const { position, eventId } of batch) hash.update(`${position} ${eventId}\n`);
    events += batch.length;
  }
  return { events, digest: hash.digest('hex') };
}
