import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isMineStream } from '@rectify/engine';
import { peopleAt } from '../course.ts';
import { follow, type Told } from '../live-stream.ts';
import { startServer, temporaryFolder } from '../server.ts';
import { readingStore } from './folder.ts';
import { type Acknowledged, compareWithStore } from './ledger.ts';
import { acknowledgedBy, givenMines, sendNote } from './notes.ts';
import type { Attack, Figures, Row } from './row.ts';
import { seeded } from './seeded.ts';

const CLIENTS = 32;
/** In seconds. */
const LONGEST_STOP = 10;
const mineIds = ['XJ-9001', 'XJ-9002', 'XJ-9003', 'XJ-9004'];

/** A server under load is told to stop, a round each, on one data folder. */
export const gracefulStop: Row = {
  name: 'graceful-stop',
  promise: 'Graceful stop',
  attack:
    'SIGTERM under 32 clients at random instants: what was stored was answered, exit with code 0 within 10 s, a live stream resumed by Last-Event-ID tells everything once',
  rounds: { full: 50, few: 1 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const data = temporaryFolder();
  const acknowledged: Acknowledged[] = [];
  const told: Told[] = [];
  const faults: string[] = [];
  let after: string | undefined;
  let slowest = 0;
  try {
    let round = 0;
    for (; round < rounds && timeLeft(); round += 1) {
      await using server = await startServer({ data });
      const { supervisor, inspector } = await peopleAt(server);
      const stream = await follow(supervisor, after === undefined ? {} : { after });
      if (round === 0) await givenMines(server, mineIds);
      let enough = Math.floor(random() * 300);
      let stopping: Promise<{ readonly code: number | null; readonly seconds: number }> | undefined;
      await Promise.all(
        Array.from({ length: CLIENTS }, async (_, client) => {
          for (let number = 0; ; number += 1) {
            const mineId = mineIds[(client + number) % mineIds.length] ?? '';
            const answer = await sendNote(inspector, mineId, `round-${round}-${client}-${number}`).catch(
              () => undefined,
            );
            if (!answer) return;
            acknowledged.push(acknowledgedBy(answer));
            if (--enough <= 0) stopping ??= stopped(server);
          }
        }),
      );
      const end = await stopping;
      await stream.ended;
      if (end?.code !== 0) faults.push(`Round ${round}: the server ended with ${end?.code}.`);
      slowest = Math.max(slowest, end?.seconds ?? 0);
      if (existsSync(join(data, 'server.json'))) faults.push(`Round ${round}: server.json was left behind.`);
      told.push(...stream.told);
      after = stream.lastId();
      report(`${round + 1} of ${rounds} rounds, ${acknowledged.length} acknowledged`);
    }
    if (slowest > LONGEST_STOP) faults.push(`A server took ${slowest.toFixed(1)} s to stop.`);
    const notes = await readingStore(data, async (store) => {
      const stored: string[] = [];
      for await (const batch of store.readAll())
        stored.push(...batch.filter(({ stream }) => isMineStream(stream)).map(({ eventId }) => eventId));
      return stored;
    });
    const unanswered = notes.length - mineIds.length - acknowledged.length;
    if (unanswered !== 0) faults.push(`${unanswered} events were stored whose requests were not answered.`);
    told.push(...(await toldSince(data, after)));
    const left = await readingStore(data, (store) => compareWithStore(acknowledged, store));
    if (told.map(({ event }) => event.eventId).join() !== notes.join())
      faults.push(`The live stream told ${told.length} events, not the ${notes.length} stored ones once and in order.`);
    return {
      rounds: round,
      acknowledged: acknowledged.length,
      ...left,
      faults: [...left.faults, ...faults],
      counted: { 'told by live streams': told.length, 'slowest stop in ms': Math.ceil(slowest * 1000) },
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Tells a server to stop; answers how it ended, and after how long. */
async function stopped(server: { stop(): Promise<{ readonly code: number | null }> }) {
  const began = performance.now();
  const { code } = await server.stop();
  return { code, seconds: (performance.now() - began) / 1000 };
}

/** What a stream tells that is resumed once more; a note of our own, which does not count, ends the wait. */
async function toldSince(data: string, after: string | undefined): Promise<readonly Told[]> {
  await using server = await startServer({ data });
  const { supervisor, inspector } = await peopleAt(server);
  const stream = await follow(supervisor, after === undefined ? {} : { after });
  const end = acknowledgedBy(await sendNote(inspector, mineIds[0] ?? '', 'end'));
  await stream.until(({ event }) => event.eventId === end.eventId);
  stream.close();
  return stream.told.filter(({ event }) => event.eventId !== end.eventId);
}
