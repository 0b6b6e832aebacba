import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position } from '@rectify/engine';
import { type FoldedMine, type Instants, milliseconds } from '@rectify/engine/rectification';
import { putClosures } from './closures/closures-table.ts';
import { putCourse } from './closures/stretches-table.ts';
import { putTold } from './closures/told-tables.ts';
import { keepingLast } from './keeping-last.ts';
import { createReadDatabase, type ReadDatabase } from './read-database.ts';
import type { Source } from './source.ts';
import { mineAsKept } from './status/mines-table.ts';
import { foldFor, isTheirsNow, type Viewer } from './viewer.ts';

/** A source, and the position up to which it tells what the log says. */
export interface Snapshot extends Source {
  readonly position: Position | null;
  /** The latest instant at which any of that was recorded, ISO 8601; undefined where there is nothing. */
  readonly recordedUntil: string | undefined;
}

/** Gives what a question is answered from. */
export interface Snapshots {
  /** Runs a query, at once and without interruption, on what fits the instants and the viewer. */
  read<T>(instants: Instants, viewer: Viewer, query: (snapshot: Snapshot) => T): Promise<T>;
  /** The same for a query that counts closures: what it counts from is copied into memory before, some at a time, so that others are answered meanwhile. */
  count<T>(instants: Instants, viewer: Viewer, query: (snapshot: Snapshot) => T): Promise<T>;
}

/** Mines folded before the event loop turns. */
const MINES_A_TURN = 20;

/** Snapshots kept in memory, so that the further pages and counts of a question do not fold again. */
const KEPT_SNAPSHOTS = 4;

/** An owner, who sees some mines, and only a part of each. */
type Owner = Extract<Viewer, { kind: 'owner' }>;

/**
 * Whoever sees whole mines reads the live database, at whatever instants. For owners their mines are folded anew, as of and as known at the
 * instants and from what they may see, into tables in memory like those of the present, so that filters, order and counts are the same code.
 */
export function snapshotsOf(live: () => ReadDatabase): Snapshots {
  const keep = keepingLast<Snapshot>(KEPT_SNAPSHOTS);

  function folded(instants: Instants, owner: Owner): Promise<Snapshot> {
    const { storeId } = live();
    const { mines, operator = null } = owner;
    const key = JSON.stringify([instants.asOf, instants.knownAt, mines, operator, storeId, live().position()]);
    return keep(key, () => foldedSnapshot(live, mines, instants, owner, putListed));
  }

  async function read<T>(instants: Instants, viewer: Viewer, query: (snapshot: Snapshot) => T): Promise<T> {
    if (viewer.kind === 'owner') return query(await folded(instants, viewer));
    return query(liveSnapshot(live(), instants));
  }

  return {
    read,
    async count(instants, viewer, query) {
      if (viewer.kind !== 'owner') while (live().columns.copySome()) await nextTurn();
      return read(instants, viewer, query);
    },
  };
}

/** The live database, asked at instants. */
export function liveSnapshot(database: ReadDatabase, instants: Instants): Snapshot {
  return { database, position: database.position() ?? null, recordedUntil: database.recordedUntil(), instants };
}

/**
 * Some mines as a viewer may know them at instants, folded into tables in memory like those of the present, as far as the live database had come. `put` writes what
 * is asked for of one that is theirs now.
 */
export async function foldedSnapshot(
  live: () => ReadDatabase,
  mineIds: readonly string[],
  instants: Instants,
  viewer: Viewer,
  put: (into: ReadDatabase, mine: FoldedMine) => void,
): Promise<Snapshot> {
  const position = live().position() ?? null;
  const recordedUntil = live().recordedUntil();
  const upTo = live().facts.last();
  const database = createReadDatabase(':memory:', live().storeId);
  database.procedures.takeFrom(live().procedures);
  for (const [index, mineId] of mineIds.entries()) {
    if (index > 0 && index % MINES_A_TURN === 0) await nextTurn();
    const facts = live().facts.ofMine(mineId, upTo);
    const mine = isTheirsNow(viewer, facts) ? foldFor(viewer, facts, instants) : undefined;
    if (mine) put(database, mine);
  }
  return { database, position, recordedUntil, instants: {} };
}

/** Puts what lists of mines and of closures go through. */
function putListed(into: ReadDatabase, folded: FoldedMine): void {
  const known = into.known(folded.mine.mineId);
  const recorded = milliseconds(folded.lastRecordedAt);
  into.mines.put(mineAsKept(folded));
  putClosures(known.closures, undefined, folded, recorded);
  putCourse(known.stretches, folded, recorded);
  putTold(known, undefined, folded, recorded);
}
