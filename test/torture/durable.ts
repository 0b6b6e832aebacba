import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as later } from 'node:timers/promises';
import { openSqliteReader } from '@rectify/engine';
import { temporaryFolder } from '../server.ts';
import { acknowledgedIn } from './acknowledgements.ts';
import { type Acknowledged, type Compared, compareWithStore } from './ledger.ts';
import { type Attack, type Figures, isKept, type Row } from './row.ts';
import { seeded } from './seeded.ts';

/** So many rounds follow each other on one file; then a new one is begun, so that reading all of it stays quick. */
const ROUNDS_A_FILE = 20;

/** When a process is killed: after so many acknowledged events and then so many milliseconds more. */
interface Instant {
  readonly events: number;
  readonly milliseconds: number;
}

/** A process with 32 senders is killed, a round each, and what it acknowledged is looked for in the file. */
export const durable: Row = {
  name: 'durable',
  promise: 'Durable',
  attack:
    'a process with 32 concurrent senders is killed with SIGKILL at random instants; every acknowledged event is there once, none half',
  rounds: { full: 500, few: 2 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const sum = { rounds: 0, acknowledged: 0, found: 0, lost: 0, doubled: 0 };
  const faults: string[] = [];
  while (sum.rounds < rounds && timeLeft() && isKept({ ...sum, faults })) {
    const folder = temporaryFolder();
    try {
      const acknowledged: Acknowledged[] = [];
      let last: Compared = { found: 0, lost: 0, doubled: 0, faults: [] };
      for (let round = 0; round < ROUNDS_A_FILE && sum.rounds < rounds && timeLeft() && isKept(last); round += 1) {
        const file = join(folder, 'events.db');
        acknowledged.push(...(await killedWhileSending(file, `round-${sum.rounds}`, instantFrom(random))));
        last = await lookInto(file, acknowledged);
        sum.rounds += 1;
        report(`${sum.rounds} of ${rounds} rounds, ${sum.acknowledged + acknowledged.length} acknowledged`);
      }
      sum.acknowledged += acknowledged.length;
      sum.found += last.found;
      sum.lost += last.lost;
      sum.doubled += last.doubled;
      faults.push(...last.faults, ...(await unsound(join(folder, 'events.db'))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { ...sum, faults, counted: {} };
}

/** One round in ten ends while the process still starts, or recovers the file. */
function instantFrom(random: () => number): Instant {
  return random() < 0.1
    ? { events: 0, milliseconds: Math.floor(random() * 1000) }
    : { events: 1 + Math.floor(random() * 300), milliseconds: Math.floor(random() * 20) };
}

async function killedWhileSending(file: string, name: string, instant: Instant): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'sending-process.ts'),
    file,
    name,
  ]);
  const closed = once(child, 'close');
  let printed = '';
  let errors = '';
  let lines = 0;
  const enough = Promise.withResolvers<void>();
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    errors += more;
  });
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    printed += more;
    lines += more.split('\n').length - 1;
    if (lines >= instant.events) enough.resolve();
  });
  if (instant.events > 0) await Promise.race([enough.promise, closed]);
  await later(instant.milliseconds);
  if (child.exitCode !== null) throw new Error(`The sending process ended by itself.\n${errors}`);
  child.kill('SIGKILL');
  await closed;
  return acknowledgedIn(printed);
}

async function lookInto(file: string, acknowledged: readonly Acknowledged[]): Promise<Compared> {
  const nothing = { found: 0, lost: acknowledged.length, doubled: 0, faults: [] };
  if (acknowledged.length === 0 || !existsSync(file)) return nothing;
  const store = openSqliteReader(file);
  try {
    return await compareWithStore(acknowledged, store);
  } finally {
    await store.close();
  }
}

/** What SQLite finds wrong with a file. */
async function unsound(file: string): Promise<string[]> {
  const db = new DatabaseSync(file);
  try {
    const rows = db.prepare('pragma integrity_check').all();
    return rows.map((row) => String(row.integrity_check)).filter((found) => found !== 'ok');
  } finally {
    db.close();
  }
}
