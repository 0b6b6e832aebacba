import { rmSync } from 'node:fs';
import { type EventReader, mineStream } from '@rectify/engine';
import { faultsIn, type Operation } from '@rectify/engine/linearizability';
import { z } from 'zod';
import { type Client, startServer, temporaryFolder } from '../server.ts';
import { readingStore } from './folder.ts';
import { type Acknowledged, compareWithStore } from './ledger.ts';
import { acknowledgedBy, givenMines, sendNote } from './notes.ts';
import type { Attack, Figures, Row } from './row.ts';
import { seeded } from './seeded.ts';

const CLIENTS = 16;
const SHARE_READ = 0.5;
const mineIds = ['XJ-9001', 'XJ-9002', 'XJ-9003', 'XJ-9004'];
const mineNow = z.object({ revision: z.int() });

/** Clients send to few mines and read them, all at once; a round is one operation of each. */
export const oneOrder: Row = {
  name: 'one-order',
  promise: 'One order per mine',
  attack:
    '16 clients send to and read 4 mines over HTTP, one operation of each client a round; all that was answered fits one order per mine in which nothing comes before what was answered before it began',
  rounds: { full: 2_000, few: 10 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const data = temporaryFolder();
  try {
    await using server = await startServer({ data });
    const who = await givenMines(server, mineIds);
    const acknowledged: Acknowledged[] = [];
    const history: Operation[] = [];
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for (let number = 0; number < rounds && timeLeft(); number += 1) {
          const mineId = mineIds[Math.floor(random() * mineIds.length)] ?? '';
          const start = performance.now();
          let did: Operation['did'];
          if (random() < SHARE_READ) {
            did = { kind: 'read', from: 1 + (await revisionOf(who, mineId)), entries: [] };
          } else {
            const event = acknowledgedBy(await sendNote(who, mineId, `client-${client}-${number}`));
            acknowledged.push(event);
            did = stored(event);
          }
          history.push({ client, stream: mineStream(mineId), start, end: performance.now(), did });
          if (client === 0 && (number + 1) % 100 === 0) report(`${number + 1} of ${rounds} rounds`);
        }
      }),
    );
    const left = await readingStore(data, (store) => compareWithStore(acknowledged, store));
    const log = await readingStore(data, idsByStream);
    const faults = faultsIn([...registrationsIn(log), ...history], log);
    return {
      rounds: Math.floor(history.length / CLIENTS),
      acknowledged: acknowledged.length,
      ...left,
      faults: [...left.faults, ...faults.map(({ kind, stream, detail }) => `${stream}, ${kind}: ${detail}`)],
      counted: { reads: history.filter(({ did }) => did.kind === 'read').length },
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function revisionOf(who: Client, mineId: string): Promise<number> {
  return (await who.get(`/v1/mines/${mineId}`)).as(mineNow).revision;
}

function stored({ eventId, revision }: Pick<Acknowledged, 'eventId' | 'revision'>): Operation['did'] {
  return { kind: 'append', entries: [eventId], answer: { kind: 'stored', firstRevision: revision } };
}

async function idsByStream(store: EventReader): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, string[]>();
  for await (const batch of store.readAll())
    for (const { stream, eventId } of batch) {
      const known = ids.get(stream) ?? [];
      ids.set(stream, known);
      known.push(eventId);
    }
  return ids;
}

/** What was done before the clients began. */
function registrationsIn(log: ReadonlyMap<string, readonly string[]>): Operation[] {
  return [...log].map(([stream, [eventId = '']]) => ({
    client: -1,
    stream,
    start: 0,
    end: 0,
    did: stored({ eventId, revision: 0 }),
  }));
}
