import { renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { EventStore } from '@rectify/engine';
import { foldEvents } from './fold-events.ts';
import { givingWay } from './giving-way.ts';
import { createReadDatabase, openReadDatabase, type ReadDatabase, removeReadDatabase } from './read-database.ts';

/** How far a rebuild has come. */
export interface RebuildProgress {
  /** Events read from the log so far. */
  readonly events: number;
  /** How much of what the live read database holds is there again, from 0 to 1. */
  readonly share: number;
}

/** What a rebuild works on. */
interface Rebuilding {
  readonly store: EventStore;
  /** The read database in use, which goes on folding meanwhile. */
  readonly live: () => ReadDatabase;
  readonly signal: AbortSignal;
  readonly isAlone: (() => boolean) | undefined;
  readonly report: (progress: RebuildProgress) => void;
}

/** Where a read database is built beside the one in use. */
export function besideOf(file: string): string {
  return file === ':memory:' ? file : `${file}.rebuilding`;
}

/**
 * Folds the whole log into a read database beside the live one, until it holds at least as much; then, with nothing awaited in
 * between, hands it over. Nothing waits for the disk before most of it is there. Leaves nothing behind when it fails.
 * @throws CannotFold; the signal's reason when it aborts
 */
export async function rebuildBeside(
  { store, live, signal, isAlone, report }: Rebuilding,
  handOver: (built: ReadDatabase) => void,
): Promise<void> {
  const file = besideOf(live().file);
  removeReadDatabase(file);
  let building = createReadDatabase(file, store.storeId);
  const slices = givingWay(isAlone);
  let events = 0;

  async function foldRest(): Promise<void> {
    for await (const batch of store.readAll({ after: building.position() })) {
      for await (const slice of slices(batch)) {
        signal.throwIfAborted();
        foldEvents(building, slice);
        events += slice.length;
        report({ events, share: Math.min(1, building.facts.last() / Math.max(1, live().facts.last())) });
      }
    }
  }

  try {
    building.db.exec('pragma synchronous = off');
    await foldRest();
    building = await onDisk(building);
    do await foldRest();
    while (isBehind(building, live(), store));
  } catch (error) {
    if (building.db.isOpen) building.close();
    removeReadDatabase(file);
    throw error;
  }
  handOver(building);
}

/** Opens a read database anew when all that was written to it without waiting for the disk is there. */
async function onDisk(built: ReadDatabase): Promise<ReadDatabase> {
  if (built.file === ':memory:') return built;
  built.close();
  const file = await open(built.file, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  return openReadDatabase(built.file, built.storeId);
}

/** Puts a read database that was built beside a live one in its place, and closes that. */
export function swapped(live: ReadDatabase, built: ReadDatabase): ReadDatabase {
  live.close();
  if (live.file === ':memory:') return built;
  built.close();
  removeReadDatabase(live.file);
  renameSync(built.file, live.file);
  return openReadDatabase(live.file, live.storeId);
}

function isBehind(building: ReadDatabase, live: ReadDatabase, store: EventStore): boolean {
  const built = building.position();
  const folded = live.position();
  return folded !== undefined && (built === undefined || store.compare(built, folded) < 0);
}
