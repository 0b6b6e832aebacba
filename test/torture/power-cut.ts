import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openStore } from '@rectify/engine';
import { temporaryFolder } from '../server.ts';
import { acknowledgedIn } from './acknowledgements.ts';
import { emptyDisk } from './disk.ts';
import { type Acknowledged, type Compared, compareWithStore } from './ledger.ts';
import { type Attack, type Figures, isKept, NotPossibleHere, type Row } from './row.ts';
import { seeded } from './seeded.ts';
import { type Act, readTrace, straceArguments } from './traced-disk.ts';

/** So many power cuts are tried on the trace of one process. */
const CUTS_A_TRACE = 100;

/** So many acknowledged events make SQLite move its log into the database twice or more. */
const EVENTS_A_TRACE = 4_000;

/** What one power cut left of what was acknowledged before it. */
interface Left extends Compared {
  readonly acknowledged: number;
}

/** A process is traced, and the disk put together that a power cut at an instant of the trace would leave; a round is one such cut. */
export const powerCut: Row = {
  name: 'power-cut',
  promise: 'Durable, power cut',
  attack:
    'from a trace of its system calls, the disk that a power cut at a random instant leaves: what was synced, and any sectors of what was not; the control run with `synchronous=OFF` loses events',
  rounds: { full: 1000, few: 8 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  if (spawnSync('strace', ['-V']).error) {
    throw new NotPossibleHere(
      'strace is not installed (Debian: apt-get install strace), and without it no power cut can be simulated.',
    );
  }
  const random = seeded(seed);
  const sum = { rounds: 0, acknowledged: 0, found: 0, lost: 0, doubled: 0 };
  const faults: string[] = [];
  while (sum.rounds < rounds && timeLeft() && isKept({ ...sum, faults })) {
    const cuts = Math.min(CUTS_A_TRACE, rounds - sum.rounds);
    for (const left of await cutOff({ cuts, events: eventsFor(cuts), random, preload: [] })) {
      sum.acknowledged += left.acknowledged;
      sum.found += left.found;
      sum.lost += left.lost;
      sum.doubled += left.doubled;
      faults.push(...left.faults);
    }
    sum.rounds += cuts;
    report(`${sum.rounds} of ${rounds} power cuts`);
  }
  const controls = Math.min(CUTS_A_TRACE, rounds);
  const preload = ['--import', join(import.meta.dirname, 'without-sync.ts')];
  const control = await cutOff({ cuts: controls, events: eventsFor(controls), random, preload });
  const lostByControl = control.filter(({ lost }) => lost > 0).length;
  if (lostByControl === 0) faults.push('The control run lost nothing: power cuts are not simulated as they should be.');
  return { ...sum, faults, counted: { 'control rounds': controls, 'control rounds with loss': lostByControl } };
}

const eventsFor = (cuts: number) => Math.ceil((EVENTS_A_TRACE * cuts) / CUTS_A_TRACE);

/** Traces one sending process and cuts the power so often, each time at another instant of the trace. */
async function cutOff({
  cuts,
  events,
  random,
  preload,
}: {
  readonly cuts: number;
  readonly events: number;
  readonly random: () => number;
  readonly preload: readonly string[];
}): Promise<Left[]> {
  const folder = temporaryFolder();
  try {
    const file = join(folder, 'events.db');
    const acts = await traced(folder, file, events, preload);
    const instants = Array.from({ length: cuts }, () => instantIn(acts, random)).sort((a, b) => a - b);
    const disk = emptyDisk();
    const left: Left[] = [];
    let printed = '';
    let done = 0;
    for (const [cut, instant] of instants.entries()) {
      for (const act of acts.slice(done, instant)) {
        disk.take(act);
        if (act.kind === 'said') printed += act.text;
      }
      done = instant;
      // Sometimes nearly all, sometimes hardly anything of what was not synced has reached the disk.
      const share = random();
      const files = disk.afterPowerCut(() => random() < share);
      left.push(await whatIsLeft(join(folder, `cut-${cut}`), files, acknowledgedIn(printed)));
    }
    return left;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function traced(folder: string, file: string, events: number, preload: readonly string[]): Promise<Act[]> {
  const log = join(folder, 'trace');
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', ...preload];
  const program = [join(import.meta.dirname, 'sending-process.ts'), file, 'traced', String(events)];
  const strace = spawn('strace', [...straceArguments(log), ...node, ...program], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, errors] = await Promise.all([text(strace.stdout), text(strace.stderr), once(strace, 'close')]);
  const acts = await readTrace(
    log,
    (path) => path === folder || (dirname(path) === folder && /^events\.db(-wal|-journal)?$/.test(basename(path))),
  );
  const said = acts.map((act) => (act.kind === 'said' ? act.text : '')).join('');
  if (said !== printed || acknowledgedIn(printed).length < events) {
    throw new Error(`The process could not be traced.\n${errors}`);
  }
  return acts;
}

/** Half of the cuts come right after something was acknowledged: then it has to be there. */
function instantIn(acts: readonly Act[], random: () => number): number {
  const from = Math.floor(random() * acts.length);
  if (random() < 0.5) return from;
  const next = acts.findIndex(({ kind }, index) => index >= from && kind === 'said');
  return next === -1 ? from : next + 1;
}

async function whatIsLeft(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  acknowledged: readonly Acknowledged[],
): Promise<Left> {
  mkdirSync(folder);
  for (const [name, bytes] of files)
    if (basename(name).startsWith('events.db')) writeFileSync(join(folder, basename(name)), bytes);
  const url = `sqlite:${join(folder, 'events.db')}`;
  try {
    const store = await openStore(url, { newStoreId: () => 'another-store' });
    try {
      return { acknowledged: acknowledged.length, ...(await compareWithStore(acknowledged, store)) };
    } finally {
      await store.close();
    }
  } catch (error) {
    // A broken file shows as errors of many kinds.
    const faults = [`After a power cut the file cannot be read: ${error instanceof Error ? error.message : error}`];
    return { acknowledged: acknowledged.length, found: 0, lost: acknowledged.length, doubled: 0, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
