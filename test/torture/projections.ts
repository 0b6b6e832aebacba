import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type EventStore, openStore } from '@rectify/engine';
import { type Projector, readsOf, startProjector, startProjectorInThread } from '@rectify/projections';
import { runRectify, temporaryFolder } from '../server.ts';
import { type Attack, type Figures, isKept, type Row } from './row.ts';
import { seeded } from './seeded.ts';

const MINES = 500;
const program = join(import.meta.dirname, 'folding-process.ts');

/** A process folds a log, builds the read side anew beside the one in use, or fills an empty one so, and is killed; a round each, in turns. */
export const projections: Row = {
  name: 'projections',
  promise: 'Projections neither skip nor double',
  attack:
    'a process that folds the history of 500 generated mines, builds its read side anew or fills an empty one, is killed with SIGKILL at a random instant; folded on from there, all read models have the digests of all folded anew, and a rebuild or filling that was cut off goes on where it was',
  rounds: { full: 100, few: 3 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const folder = temporaryFolder();
  const counted = { kills: 0, 'rebuilds gone on with': 0, 'fillings gone on with': 0 };
  const sum = { rounds: 0, acknowledged: 0, found: 0, lost: 0, doubled: 0 };
  const faults: string[] = [];
  try {
    const data = join(folder, 'data');
    const storeFile = join(data, 'events.db');
    const file = join(folder, 'read.db');
    const generated = await runRectify(['generate', '--mines', `${MINES}`, '--seed', `${seed}`, '--data', data], {});
    if (generated.code !== 0) throw new Error(`Nothing was generated.\n${generated.stderr}`);
    const whole = await withStore(storeFile, (store) => looking(startProjector({ store, file: ':memory:' }), digests));
    const took = {
      fold: await uninterrupted(storeFile, file, 'fold'),
      rebuild: await uninterrupted(storeFile, file, 'rebuild'),
      fill: await uninterrupted(storeFile, join(folder, 'filled.db'), 'fill'),
    };
    for (; sum.rounds < rounds && timeLeft() && isKept({ ...sum, faults }); sum.rounds += 1) {
      const what = TURNS[sum.rounds % TURNS.length] ?? 'fold';
      if (what !== 'rebuild') remove(file);
      if (await isKilled(storeFile, file, what, random() * took[what])) counted.kills += 1;
      if (what === 'fill' && existsSync(`${file}.rebuilding`)) counted['fillings gone on with'] += 1;
      const left = await withStore(storeFile, async (store) => {
        const address = { kind: 'sqlite', file: storeFile } as const;
        return looking(await startProjectorInThread({ store, file, address }), lookedAt);
      });
      if (left.goesOn) counted['rebuilds gone on with'] += 1;
      const isSound = left.digests.every((some) => some === whole.digests);
      if (!isSound) faults.push(`Round ${sum.rounds + 1} (${what}): the digests are not those of all folded anew.`);
      sum.acknowledged += whole.events;
      sum.found += isSound ? left.events : 0;
      sum.lost += Math.max(0, whole.events - left.events);
      sum.doubled += Math.max(0, left.events - whole.events);
      report(`${sum.rounds + 1} of ${rounds} kills`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...sum, faults, counted };
}

/** What is in a read side when all is folded. */
async function digests(projector: Projector) {
  const { db } = projector.database();
  return {
    digests: JSON.stringify(await readsOf(projector).digests()),
    events: Number(db.prepare('select count(*) as events from facts').get()?.events),
  };
}

/** The digests of a read side that was killed, folded on; if a rebuild was cut off, also those of what it becomes when it is gone on with. */
async function lookedAt(projector: Projector) {
  const goesOn = projector.isRebuildCutOff();
  const before = await digests(projector);
  if (!goesOn) return { goesOn, events: before.events, digests: [before.digests] };
  await projector.rebuild();
  const after = await digests(projector);
  return { goesOn, events: after.events, digests: [before.digests, after.digests] };
}

async function withStore<T>(storeFile: string, then: (store: EventStore) => Promise<T>): Promise<T> {
  const onFatal = (error: Error) => {
    throw error;
  };
  const store = await openStore(`sqlite:${storeFile}`, { newStoreId: () => 'never new', onFatal });
  try {
    return await then(store);
  } finally {
    await store.close();
  }
}

async function looking<T>(projector: Projector, then: (projector: Projector) => Promise<T>): Promise<T> {
  try {
    await projector.caughtUp();
    return await then(projector);
  } finally {
    await projector.close();
  }
}

type Work = 'fold' | 'rebuild' | 'fill';

const TURNS: readonly Work[] = ['fold', 'rebuild', 'fill'];

/** How long the work takes when nobody kills it, in milliseconds. */
async function uninterrupted(storeFile: string, file: string, what: Work): Promise<number> {
  const child = started(storeFile, file, what);
  let began = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begun') began = performance.now();
    else return performance.now() - began;
  }
  throw new Error('The process that folds failed.');
}

/** Kills the work so many milliseconds after it began; answers whether it was killed before it was done. */
async function isKilled(storeFile: string, file: string, what: Work, after: number): Promise<boolean> {
  const child = started(storeFile, file, what);
  const ended = once(child, 'exit');
  let isDone = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begun') setTimeout(() => child.kill('SIGKILL'), after);
    else isDone = true;
  }
  await ended;
  return !isDone;
}

function started(storeFile: string, file: string, what: Work) {
  const node = ['--disable-warning=ExperimentalWarning', program, storeFile, file, what];
  return spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] });
}

function remove(file: string): void {
  for (const name of [file, `${file}.rebuilding`])
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${name}${suffix}`, { force: true });
}
