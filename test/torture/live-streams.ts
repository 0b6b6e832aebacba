import { rmSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { isMineStream } from '@rectify/engine';
import { peopleAt } from '../course.ts';
import { follow } from '../live-stream.ts';
import { type Client, startServer, temporaryFolder } from '../server.ts';
import { readingStore } from './folder.ts';
import { acknowledgedBy, givenMines, sendNote } from './notes.ts';
import type { Attack, Figures, Row } from './row.ts';
import { seeded } from './seeded.ts';

const EVENTS_A_ROUND = 100;
const CLIENTS = 32;
const FOLLOWERS = 4;
/** How long a follower may take for what is left when all is written, in milliseconds; what it was not told by then counts as lost. */
const PATIENCE = 120_000;

/** Followers of the live stream come and go while a server is written to. */
export const liveStreams: Row = {
  name: 'live-streams',
  promise: 'Subscribers miss nothing, over HTTP',
  attack:
    '4 live streams come and go with Last-Event-ID under 32 clients, 100 events a round; each tells every event once, in order',
  rounds: { full: 1_000, few: 1 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const data = temporaryFolder();
  try {
    await using server = await startServer({ data });
    // Many mines, so that the histories stay as short as those of real cases.
    const mineIds = Array.from({ length: Math.max(4, Math.ceil(rounds / 4)) }, (_, number) => `XJ-${9000 + number}`);
    const { supervisor } = await peopleAt(server);
    const last = Promise.withResolvers<string>();
    const first = await follow(supervisor);
    first.close();
    const hearing = Promise.all(
      Array.from({ length: FOLLOWERS }, () => flapping(supervisor, first.lastId(), last.promise, random)),
    );
    hearing.catch(() => {});
    const inspector = await givenMines(server, mineIds);
    let begun = 0;
    let acknowledged = 0;
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        while (begun < rounds * EVENTS_A_ROUND && timeLeft()) {
          const number = begun;
          begun += 1;
          const mineId = mineIds[(client + number) % mineIds.length] ?? '';
          acknowledgedBy(await sendNote(inspector, mineId, `note-${number}`));
          acknowledged += 1;
          if (acknowledged % EVENTS_A_ROUND === 0) report(`${acknowledged / EVENTS_A_ROUND} of ${rounds} rounds`);
        }
      }),
    );
    const stored = await storedIn(data);
    last.resolve(stored.at(-1) ?? '');
    const heard = await hearing;
    const missing = heard.map(({ told }) => stored.length - new Set(told).size);
    const others = heard.filter(({ told }) => told.join() !== stored.join()).length;
    return {
      rounds: Math.floor(acknowledged / EVENTS_A_ROUND),
      acknowledged: stored.length,
      found: stored.length - Math.max(...missing),
      lost: sumOf(missing),
      doubled: sumOf(heard.map(({ told }) => told.length - new Set(told).size)),
      faults:
        others > 0 ? [`${others} followers were told other events than the store holds, or in another order.`] : [],
      counted: { connections: sumOf(heard.map(({ connections }) => connections)) },
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

async function storedIn(data: string): Promise<string[]> {
  return readingStore(data, async (store) => {
    const stored: string[] = [];
    for await (const batch of store.readAll())
      stored.push(...batch.filter(({ stream }) => isMineStream(stream)).map(({ eventId }) => eventId));
    return stored;
  });
}

/** Follows from an id on, leaves after some events and comes back with the last id, until it has heard of the last event. */
async function flapping(
  who: Client,
  from: string,
  last: Promise<string>,
  random: () => number,
): Promise<{ readonly told: readonly string[]; readonly connections: number }> {
  const told: string[] = [];
  let after = from;
  let end: string | undefined;
  let over = false;
  const overdue = last.then(async (eventId) => {
    end = eventId;
    if (!told.includes(end)) await later(PATIENCE, undefined, { ref: false });
    over = true;
  });
  for (let connections = 1; ; connections += 1) {
    const stream = await follow(who, { after });
    const some = 1 + Math.floor(random() * 100);
    const enough = stream.until(() => stream.told.length >= some);
    const all = last.then((eventId) => stream.until(({ event }) => event.eventId === eventId));
    await Promise.race([enough, all, overdue]);
    stream.close();
    await stream.ended;
    told.push(...stream.told.map(({ event }) => event.eventId));
    after = stream.lastId();
    if (over || (end !== undefined && told.includes(end))) return { told, connections };
  }
}
