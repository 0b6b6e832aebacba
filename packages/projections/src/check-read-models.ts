import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventReader, Position } from '@rectify/engine';
import { type Difference, firstDifference } from './compare-rows.ts';
import { foldEvents } from './fold-events.ts';
import { createReadDatabase, openToRead, type ReadDatabase } from './read-database.ts';
import { type ReadModel, type ReadModelTable, readModels, rowsInOrder } from './read-models.ts';

/** The first row in which a read model is not what folding the log anew gives. */
export interface RowDiffers extends Pick<ReadModelTable, 'table'> {
  /** The columns that tell the rows of the table apart, with their values. */
  readonly key: Readonly<Record<string, unknown>>;
  readonly difference: Difference;
}

/** What the check of one read model found. */
export interface ReadModelChecked {
  readonly model: ReadModel['model'];
  /** Rows that were compared. */
  readonly rows: number;
  /** Undefined where all are the same. */
  readonly differs: RowDiffers | undefined;
}

/** What a check of the read models found. */
export interface ReadModelsChecked {
  /** The position up to which the read database was folded; null before the first event. */
  readonly position: Position | null;
  /** Events folded for the comparison. */
  readonly events: number;
  readonly models: readonly ReadModelChecked[];
}

/** Rows compared before the event loop turns. */
const ROWS_A_TURN = 2_000;

/**
 * Compares every read model, row by row, with what folding the log anew up to the same position gives. It only reads, also beside a running
 * server: the read database is seen as it was when this began. What is folded lies beside the file meanwhile and is removed.
 * @throws NoReadDatabase, NotAReadDatabase, CannotFold
 */
export async function checkReadModels(
  { file, store }: { readonly file: string; readonly store: EventReader },
  onProgress: (events: number) => void = () => {},
): Promise<ReadModelsChecked> {
  const live = openToRead(file, store.storeId);
  const folder = mkdtempSync(`${file}.checking-`);
  const anew = createReadDatabase(join(folder, 'read.db'), store.storeId);
  try {
    const events = live.position === null ? 0 : await foldUpTo(live.position, store, anew, onProgress);
    const models: ReadModelChecked[] = [];
    for (const model of readModels) models.push(await compared(model, live.db, anew.db));
    return { position: live.position, events, models };
  } finally {
    live.db.close();
    anew.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function foldUpTo(
  position: Position,
  store: EventReader,
  into: ReadDatabase,
  onProgress: (events: number) => void,
): Promise<number> {
  into.db.exec('pragma synchronous = off');
  let events = 0;
  for await (const batch of store.readAll()) {
    const part = batch.filter((event) => store.compare(event.position, position) <= 0);
    foldEvents(into, part);
    events += part.length;
    onProgress(events);
    if (part.length < batch.length) break;
  }
  return events;
}

async function compared(
  { model, tables }: ReadModel,
  live: DatabaseSync,
  anew: DatabaseSync,
): Promise<ReadModelChecked> {
  let rows = 0;
  for (const table of tables) {
    const rowsOf = (db: DatabaseSync) => db.prepare(rowsInOrder(table)).iterate();
    const comparing = firstDifference(rowsOf(live), rowsOf(anew), table.key);
    let step = comparing.next();
    for (; !step.done; step = comparing.next()) {
      rows += 1;
      if (rows % ROWS_A_TURN === 0) await nextTurn();
    }
    if (!step.value) continue;
    const difference = step.value;
    const key = Object.fromEntries(table.key.map((column) => [column, difference.row[column]]));
    return { model, rows, differs: { table: table.table, key, difference } };
  }
  return { model, rows, differs: undefined };
}
