import { existsSync, renameSync } from 'node:fs';
import type { Position, RecordedEvent } from '@rectify/engine';
import { shareOfLog } from '@rectify/engine/folding';
import { canBeGoneOnWith, type Filled, fill } from './bulk/fill.ts';
import { type Filling, fillingOf } from './bulk/filling.ts';
import type { MakePreparing, Preparing } from './bulk/preparing.ts';
import { foldEvents } from './fold-events.ts';
import type { Slices } from './giving-way.ts';
import type { Log } from './log.ts';
import {
  createReadDatabase,
  moveReadDatabase,
  NotAReadDatabase,
  openKept,
  openReadDatabase,
  type ReadDatabase,
  removeReadDatabase,
} from './read-database.ts';
import { measuring, type RebuildProgress } from './rebuild-progress.ts';

/** What was built beside a read database could not be put in its place; that one stays where it was. */
class CannotReplace extends Error {
  override readonly name = 'CannotReplace';
  constructor(file: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`What was built anew could not be put in the place of ${file}, which stays in use: ${why}`, { cause });
  }
}

/** Pages that are written between two waits for the disk while a read database is built: 64 MiB. */
const PAGES_A_SYNC = 16_384;

/** Memory for pages while a read database is built, in KiB: rows come in order, and indexes are sorted faster in lots that a processor's own memory holds. */
const KEPT_WHILE_BUILDING = 16_384;

/** What a rebuild works on. */
interface Rebuilding {
  readonly store: Log;
  /** The read database in use, which goes on folding meanwhile. */
  readonly live: () => ReadDatabase;
  readonly signal: AbortSignal;
  readonly slices: Slices;
  readonly prepare: MakePreparing;
  readonly report: (progress: RebuildProgress) => void;
  /** Whether what there is stays, to be gone on with, after an error. */
  readonly keeps: (error: unknown) => boolean;
}

/** Where a read database is built beside the one in use. */
function besideOf(file: string): string {
  return file === ':memory:' ? file : `${file}.rebuilding`;
}

/** Where a read database lies while another is put in its place. */
function replacedOf(file: string): string {
  return `${file}.replaced`;
}

/**
 * Opens the read database in use. One that was built beside it and holds as much takes its place: only the swap was cut off. One that holds
 * less, or cannot be put there, is left for a rebuild to go on with; one that no rebuild can go on with is removed.
 * @throws NotAReadDatabase
 */
export function openLive(file: string, store: Log): { readonly live: ReadDatabase; readonly isRebuildCutOff: boolean } {
  const live = openReadDatabase(file, store.storeId);
  const built = keptBeside(live);
  if (built && (built.foldedTo() !== null || isBehind(built, live, store))) {
    built.close();
    return { live, isRebuildCutOff: true };
  }
  if (built && isWhole(built)) return tookItsPlace(live, built);
  built?.close();
  removeReadDatabase(besideOf(file));
  return { live, isRebuildCutOff: false };
}

function tookItsPlace(live: ReadDatabase, built: ReadDatabase): ReturnType<typeof openLive> {
  try {
    return { live: swapped(live, built), isRebuildCutOff: false };
  } catch (error) {
    if (!(error instanceof CannotReplace)) throw error;
    return { live: openReadDatabase(live.file, live.storeId), isRebuildCutOff: true };
  }
}

/**
 * Fills a read database beside the live one from the whole log, and folds what comes meanwhile, until it holds at least as much; then, with nothing awaited in
 * between, hands it over. Goes on with one that was cut off, which a crash of process or machine leaves whole, if short of its last commits. Leaves
 * nothing behind when it fails, unless that is to be kept, and what there is when it is aborted.
 * @throws CannotFold; the signal's reason when it aborts
 */
export async function rebuildBeside(
  { store, live, signal, slices, prepare, report, keeps }: Rebuilding,
  handOver: (built: ReadDatabase) => void,
): Promise<void> {
  const head = await store.head();
  const { building, preparing } = openBeside(live(), prepare);
  const gathered = () => gatheredOf(building, live(), head);
  const filling = fillingOf(building);
  let progress: ReturnType<typeof measuring> | undefined;
  let events = 0;

  function tell(done: Filled): void {
    progress ??= measuring(done.share);
    events = done.events;
    report(progress(done));
    signal.throwIfAborted();
  }

  /** What the log holds behind what is built, a slice at a time. */
  async function* rest(): AsyncIterable<readonly RecordedEvent[]> {
    for await (const batch of store.readAll({ after: building.position() })) yield* slices(batch);
  }

  async function fillAll(filling: Filling): Promise<void> {
    try {
      for await (const filled of fill(building, filling, { preparing, head, rest, gathered })) tell(filled);
    } finally {
      await preparing.close();
    }
  }

  async function foldRest(): Promise<void> {
    for await (const slice of rest()) {
      foldEvents(building, slice);
      tell({ events: events + slice.length, share: gathered() });
    }
  }

  try {
    building.db.exec(`pragma wal_autocheckpoint = ${PAGES_A_SYNC}; pragma cache_size = -${KEPT_WHILE_BUILDING}`);
    if (filling) await fillAll(filling);
    else progress = measuring(gathered());
    await foldRest();
    building.db.exec('pragma wal_checkpoint(truncate)');
    do await foldRest();
    while (isBehind(building, live(), store));
  } catch (error) {
    building.close();
    if (!signal.aborted && !keeps(error)) removeReadDatabase(building.file);
    throw error;
  }
  handOver(building);
}

/** How much of what the live one holds is there again, from 0 to 1; where that is empty, of the log. */
function gatheredOf(building: ReadDatabase, live: ReadDatabase, head: Position | undefined): number {
  const position = building.position();
  if (live.position() !== undefined || head === undefined)
    return Math.min(1, building.facts.last() / Math.max(1, live.facts.last()));
  return position === undefined ? 0 : shareOfLog(position, head);
}

/** What is built beside a read database, and what prepares that. */
interface Built {
  readonly building: ReadDatabase;
  readonly preparing: Preparing;
}

/** The one that was cut off, or an empty one where there is none that can be gone on with. */
function openBeside(live: ReadDatabase, prepare: MakePreparing): Built {
  const kept = keptBeside(live);
  if (kept && isWhole(kept)) {
    const preparing = prepare(kept);
    if (canBeGoneOnWith(kept, preparing)) return { building: kept, preparing };
  }
  kept?.close();
  const file = besideOf(live.file);
  removeReadDatabase(file);
  const building = createReadDatabase(file, live.storeId);
  return { building, preparing: prepare(building) };
}

function keptBeside({ file, storeId }: ReadDatabase): ReadDatabase | undefined {
  const beside = besideOf(file);
  if (!existsSync(beside)) return undefined;
  try {
    return openKept(beside, storeId);
  } catch (error) {
    if (error instanceof NotAReadDatabase) return undefined;
    throw error;
  }
}

/** Whether SQLite finds no damage in it. */
function isWhole({ db }: ReadDatabase): boolean {
  try {
    return db.prepare('pragma quick_check(1)').get()?.quick_check === 'ok';
  } catch {
    return false;
  }
}

/** Puts a read database that was built beside a live one in its place. That is closed, and when it fails both are. @throws CannotReplace */
export function swapped(live: ReadDatabase, built: ReadDatabase): ReadDatabase {
  live.close();
  if (live.file === ':memory:') return built;
  built.close();
  putInPlace(live.file);
  return openReadDatabase(live.file, live.storeId);
}

/**
 * Puts what was built beside a read database in its place, when nobody has either of them open.
 * @throws CannotReplace and leaves both where they were
 */
export function putInPlace(file: string): void {
  const replaced = replacedOf(file);
  try {
    removeReadDatabase(replaced);
    try {
      moveReadDatabase(file, replaced);
      renameSync(besideOf(file), file);
    } catch (error) {
      moveReadDatabase(replaced, file);
      throw error;
    }
    removeReadDatabase(replaced);
  } catch (error) {
    throw new CannotReplace(file, error);
  }
}

function isBehind(building: ReadDatabase, live: ReadDatabase, store: Log): boolean {
  const built = building.position();
  const folded = live.position();
  return folded !== undefined && (built === undefined || store.compare(built, folded) < 0);
}
