import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EventStore, openStore } from '@rectify/engine';
import { outside } from '../access/outside.ts';
import type { TimedAppend } from './appends.ts';
import { merged } from './merging.ts';
import { type Played, playRun, type RunOfMines } from './play-run.ts';
import { type Asked, preambleOf } from './preamble.ts';
import { readRun } from './runs.ts';

/** How far a generation has come: mines are played first, then all their events are stored in the order of time. */
export interface GenerationProgress {
  readonly doing: 'playing' | 'storing';
  readonly done: number;
  readonly of: number;
  readonly events: number;
}

/** What was generated. */
export interface Generated extends Played {
  readonly storeId: string;
}

/** Mines played at a time: what they come to is in memory, a few tens of megabytes. */
const MINES_A_RUN = 2_000;

/** Appends handed to the store before the first is answered: it commits them in groups. */
const AT_ONCE = 1_024;

/**
 * Makes the histories of mines and stores them in a new SQLite file, in the order in which they were recorded. What is played is kept in
 * files beside it, compressed and in order, until it is stored: so memory does not grow with the number of mines.
 * @throws the signal's reason when it aborts; what storing throws
 */
export async function generateInto(
  file: string,
  asked: Asked,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: GenerationProgress) => void },
): Promise<Generated> {
  mkdirSync(dirname(file), { recursive: true });
  const folder = mkdtempSync(`${file}-`);
  try {
    const { setting, appends } = await preambleOf(asked);
    const runs = runsOf(asked.mines, folder);
    const played: Played[] = [];
    for (const run of runs) {
      signal.throwIfAborted();
      played.push(playRun(run, setting));
      const { mines, events } = sumOf(played);
      onProgress({ doing: 'playing', done: mines, of: asked.mines, events });
      await new Promise(setImmediate);
    }
    const { mines, refused, events } = sumOf(played);
    const of = events + appends.length;
    const store = await openStore(`sqlite:${file}`, { newStoreId: outside.newId });
    try {
      const all = merged([appends, ...runs.map((run) => readRun(run.file))]);
      await storeAll(store, all, signal, (done) => onProgress({ doing: 'storing', done, of, events: done }));
      return { storeId: store.storeId, mines, events: of, refused };
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function storeAll(
  store: EventStore,
  appends: Iterable<TimedAppend>,
  signal: AbortSignal,
  onProgress: (events: number) => void,
): Promise<void> {
  let waiting: Promise<unknown>[] = [];
  let events = 0;
  for (const { stream, revision, events: added } of appends) {
    waiting.push(store.append(stream, added, revision === 0 ? 'no-stream' : revision - 1));
    events += added.length;
    if (waiting.length < AT_ONCE) continue;
    await Promise.all(waiting);
    waiting = [];
    signal.throwIfAborted();
    onProgress(events);
  }
  await Promise.all(waiting);
}

function runsOf(mines: number, folder: string): RunOfMines[] {
  return Array.from({ length: Math.ceil(mines / MINES_A_RUN) }, (_, index) => ({
    first: index * MINES_A_RUN + 1,
    last: Math.min(mines, (index + 1) * MINES_A_RUN),
    file: join(folder, `run-${index}`),
  }));
}

function sumOf(played: readonly Played[]): Played {
  const refused: Record<string, number> = {};
  for (const each of played)
    for (const [type, count] of Object.entries(each.refused)) refused[type] = (refused[type] ?? 0) + count;
  return {
    mines: played.reduce((sum, each) => sum + each.mines, 0),
    events: played.reduce((sum, each) => sum + each.events, 0),
    refused,
  };
}
