import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventReader } from '@rectify/engine';
import { z } from 'zod';
import { type Ended, runRectify, startServer, temporaryFolder } from '../server.ts';
import { readingStore } from './folder.ts';
import { compareWithStore } from './ledger.ts';
import { givenMines } from './notes.ts';
import { type Attack, type Figures, isKept, type Row } from './row.ts';
import { seeded } from './seeded.ts';
import { startSending } from './sending-clients.ts';

const CLIENTS = 16;
const mineIds = ['XJ-9001', 'XJ-9002', 'XJ-9003', 'XJ-9004'];
const whole = z.object({ events: z.int(), digest: z.string() });
const checked = z.object({ ...whole.shape, faults: z.literal(0) });

/** A backup is made of a server under load, and restored; a round each. */
export const backups: Row = {
  name: 'backups',
  promise: 'Backups are consistent',
  attack:
    '`rectify backup` under 16 clients at random instants, restored: `rectify store check` finds no fault, all digests are equal, what was acknowledged before the backup began is there once, and nothing that the store does not hold',
  rounds: { full: 50, few: 1 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const sum = { rounds: 0, acknowledged: 0, found: 0, lost: 0, doubled: 0 };
  const faults: string[] = [];
  const data = temporaryFolder();
  let events = 0;
  try {
    await using server = await startServer({ data });
    const who = await givenMines(server, mineIds);
    const clients = startSending({ ...who, clients: CLIENTS, mineIds });
    clients.goOn();
    for (; sum.rounds < rounds && timeLeft() && isKept({ ...sum, faults }); sum.rounds += 1) {
      await clients.acknowledgedMore(50 + Math.floor(random() * 200));
      const acknowledged = [...clients.acknowledged()];
      const folder = temporaryFolder();
      try {
        const file = join(folder, 'backup');
        const restored = join(folder, 'data');
        const written = read(await server.rectify(['backup', file, '--json']), whole);
        const restoredAs = read(await runRectify(['restore', file, '--data', restored, '--json'], {}), whole);
        const check = read(await runRectify(['store', 'check', '--data', restored, '--json'], {}), checked);
        const digests = new Set([written, restoredAs, check].map(({ digest }) => digest));
        if (digests.size !== 1) faults.push(`The digests differ: ${[...digests].join(', ')}.`);
        const left = await readingStore(restored, (store) => compareWithStore(acknowledged, store));
        const [there, here] = await Promise.all(
          [restored, data].map((some) => readingStore(some, (store) => firstIds(store, check.events))),
        );
        if (there?.join() !== here?.join()) faults.push('What was restored is not how the store began.');
        sum.acknowledged += acknowledged.length;
        sum.found += left.found;
        sum.lost += left.lost;
        sum.doubled += left.doubled;
        events += check.events;
        faults.push(...left.faults);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      report(`${sum.rounds + 1} of ${rounds} backups`);
    }
    await clients.finish();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  return { ...sum, faults, counted: { 'events restored': events } };
}

/** What a command printed as JSON. @throws Error with all it said when it failed */
function read<S extends z.ZodType>({ code, stdout, stderr }: Ended, schema: S): z.output<S> {
  if (code !== 0) throw new Error(`The command ended with ${code}.\n${stdout}${stderr}`);
  return schema.parse(JSON.parse(stdout));
}

/** The ids of the first so many events. */
async function firstIds(store: EventReader, events: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of store.readAll({ limit: events })) ids.push(...batch.map(({ eventId }) => eventId));
  return ids.slice(0, events);
}
