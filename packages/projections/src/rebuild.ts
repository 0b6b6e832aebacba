import { renameSync } from 'node:fs';
import type { EventStore } from '@rectify/engine';
import { foldEvents } from './fold-events.ts';
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
  readonly report: (progress: RebuildProgress) => void;
}

/** Where a read database is built beside the one in use. */
export function besideOf(file: string): string {
  return file === ':memory:' ? file : `${file}.rebuilding`;
}

/**
 * Folds the whole log into a read database beside the live one, until it holds at least as much; then, with nothing awaited in
 * between, hands it over. Leaves nothing behind when it fails.
 * @throws CannotFold; the signal's reason when it aborts
 */
export async function rebuildBeside(
  { store, live, signal, report }: Rebuilding,
  handOver: (built: ReadDatabase) => void,
): Promise<void> {
  const file = besideOf(live().file);
  removeReadDatabase(file);
  const building = createReadDatabase(file, store.storeId);
  let events = 0;
  try {
    do {
      for await (const batch of store.readAll({ after: building.position() })) {
        signal.throwIfAborted();
        foldEvents(building, batch);
        events += batch.length;
        report({ events, share: Math.min(1, building.facts.last() / Math.max(1, live().facts.last())) });
      }
    } while (isBehind(building, live(), store));
  } catch (error) {
    building.close();
    removeReadDatabase(file);
    throw error;
  }
  handOver(building);
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
