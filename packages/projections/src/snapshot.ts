import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position } from '@rectify/engine';
import type { Instants } from '@rectify/engine/rectification';
import { createReadDatabase, type ReadDatabase } from './read-database.ts';
import { foldFor, isTheirsNow, type Viewer } from './viewer.ts';

/** A read database, and the position up to which it tells what the log says. */
export interface Snapshot {
  readonly database: ReadDatabase;
  readonly position: Position | null;
}

/** Gives what a question is answered from. */
export interface Snapshots {
  /** Runs a query, at once and without interruption, on what fits the instants and the viewer. */
  read<T>(instants: Instants, viewer: Viewer, query: (snapshot: Snapshot) => T): Promise<T>;
}

/** Mines folded before the event loop turns. */
const MINES_A_TURN = 20;

/** Snapshots kept in memory, so that the further pages and counts of a question do not fold again. */
const KEPT_SNAPSHOTS = 4;

/**
 * The present, for those who see whole mines, is read from the live database. For other instants, and for owners, the mines in
 * question are folded anew into tables in memory like the live ones, so that filters, order and counts are the same code.
 */
export function snapshotsOf(live: () => ReadDatabase): Snapshots {
  const kept = new Map<string, Promise<Snapshot>>();

  function folded(instants: Instants, viewer: Viewer): Promise<Snapshot> {
    const { storeId } = live();
    const mines = viewer.kind === 'owner' ? viewer.mines : null;
    const operator = viewer.kind === 'owner' ? viewer.operator : null;
    const key = JSON.stringify([instants.asOf, instants.knownAt, mines, operator, storeId, live().position()]);
    const snapshot = kept.get(key) ?? foldedSnapshot(live, instants, viewer);
    kept.delete(key);
    kept.set(key, snapshot);
    snapshot.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > KEPT_SNAPSHOTS && oldest !== undefined) kept.delete(oldest);
    return snapshot;
  }

  return {
    async read(instants, viewer, query) {
      const isPresent = instants.asOf === undefined && instants.knownAt === undefined;
      if (isPresent && viewer.kind !== 'owner') return query({ database: live(), position: live().position() ?? null });
      return query(await folded(instants, viewer));
    },
  };
}

async function foldedSnapshot(live: () => ReadDatabase, instants: Instants, viewer: Viewer): Promise<Snapshot> {
  const position = live().position() ?? null;
  const upTo = live().facts.last();
  const mineIds = viewer.kind === 'owner' ? viewer.mines : live().mines.ids();
  const database = createReadDatabase(':memory:', live().storeId);
  database.procedures.takeFrom(live().procedures);
  for (const [index, mineId] of mineIds.entries()) {
    if (index > 0 && index % MINES_A_TURN === 0) await nextTurn();
    const facts = live().facts.ofMine(mineId, upTo);
    if (!isTheirsNow(viewer, facts)) continue;
    const mine = foldFor(viewer, facts, instants);
    if (!mine) continue;
    database.mines.put(mine);
    database.closures.put(mine);
  }
  return { database, position };
}
