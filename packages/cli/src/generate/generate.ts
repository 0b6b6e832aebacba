import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openStore } from '@rectify/engine';
import { outside } from '../access/outside.ts';
import type { TimedAppend } from './appends.ts';
import { merged } from './merging.ts';
import { playInThreads } from './play-in-threads.ts';
import type { Played, RunOfMines } from './play-run.ts';
import { preambleOf } from './preamble.ts';
import { readRun } from './runs.ts';
import type { Asked } from './setting.ts';

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

/** At most so many mines are played at a time by each thread: what they come to is in memory, a few tens of megabytes. */
const MINES_A_RUN = 2_000;

/** So many runs a thread, at least, where there are few mines: so that none waits long for the last. */
const RUNS_A_THREAD = 4;

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
  {
    threads,
    signal,
    onProgress,
  }: {
    readonly threads: number;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: GenerationProgress) => void;
  },
): Promise<Generated> {
  const folder = `${file}-parts`;
  mkdirSync(folder, { recursive: true });
  try {
    const runs = runsOf(asked.mines, threads, folder);
    const sum: Played & { refused: Record<string, number> } = { mines: 0, events: 0, refused: {} };
    await playInThreads(runs, asked, threads, (played) => {
      signal.throwIfAborted();
      sum.mines += played.mines;
      sum.events += played.events;
      for (const [type, count] of Object.entries(played.refused)) sum.refused[type] = (sum.refused[type] ?? 0) + count;
      onProgress({ doing: 'playing', done: sum.mines, of: asked.mines, events: sum.events });
    });
    const { mines, events, refused } = sum;
    const { appends } = await preambleOf(asked);
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

function runsOf(mines: number, threads: number, folder: string): RunOfMines[] {
  const each = Math.min(MINES_A_RUN, Math.ceil(mines / (threads * RUNS_A_THREAD)));
  return Array.from({ length: Math.ceil(mines / each) }, (_, index) => ({
    first: index * each + 1,
    last: Math.min(mines, (index + 1) * each),
    file: join(folder, `run-${index}`),
  }));
}
