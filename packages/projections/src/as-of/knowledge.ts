import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { SqlValue } from '../keyset.ts';

/** Later than any instant, in milliseconds: the end of what goes on, and of what is still held to be true. */
export const FOREVER = Number.MAX_SAFE_INTEGER;

/**
 * A table of what is held to be true of mines, as known when: rows have `mine_id`, the column `key`, `known_from` and `known_to` (exclusive), both in
 * milliseconds, and further columns. Mine, key and `known_from` tell them apart.
 */
export interface KnowledgeTable {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
  /** Columns that hold something shorter than what rows say. */
  readonly coded?: Readonly<Record<string, Coded>>;
}

/** How a column is written, in place of a parameter, and read, as SQL. */
export interface Coded {
  readonly written: string;
  readonly read: string;
}

/** A row of such a table, by column. */
export type KnownRow = Readonly<Record<string, SqlValue>> & { readonly known_from: number };

/** The rows of one mine in such a table. */
export interface Held {
  /** What is held to be true, in the order of the key. */
  open(): readonly KnownRow[];
  /** Holds something to be true from its `known_from` on. */
  put(row: KnownRow): void;
  /** Holds a row to be true no longer, from `known` on. What was held for no time at all was never there. */
  end(row: KnownRow, known: number): void;
}

const row = z.object({ known_from: z.number() }).catchall(z.union([z.string(), z.number(), z.null()]));

/** A row as SQLite gives it. */
export function knownRow(found: unknown): KnownRow {
  return row.parse(found);
}

/** All columns of such a table, in the order in which {@link inserting} takes them. */
function columnsOf({ key, columns }: KnowledgeTable): readonly string[] {
  return ['mine_id', key, 'known_from', 'known_to', ...columns];
}

/** All columns of such a table, to be selected as rows say them. */
export function selecting(table: KnowledgeTable): string {
  return columnsOf(table)
    .map((column) => (table.coded?.[column] ? `${table.coded[column].read} as ${column}` : column))
    .join(', ');
}

/** Puts rows of a mine into such a table. */
export function inserting(db: DatabaseSync, table: KnowledgeTable): (mineId: string, row: KnownRow) => void {
  const insert = insertingValues(db, table);
  const valuesOf = valuesIn(table);
  return (mineId, known) => insert(mineId, valuesOf(known));
}

/** The columns of which {@link insertingValues} takes the values, in their order: all but the mine. */
export function valueNames(table: KnowledgeTable): readonly string[] {
  return columnsOf(table).slice(1);
}

/** What {@link insertingValues} takes of a row. */
export function valuesIn(table: KnowledgeTable): (row: KnownRow) => readonly SqlValue[] {
  const columns = valueNames(table);
  return (row) => columns.map((column) => row[column] ?? null);
}

/** Puts rows of a mine into such a table, given as the values of all columns but the mine. */
export function insertingValues(
  db: DatabaseSync,
  table: KnowledgeTable,
): (mineId: string, values: readonly SqlValue[]) => void {
  const columns = valueNames(table);
  const written = columns.map((column) => table.coded?.[column]?.written ?? '?');
  const insert = db.prepare(
    `insert or replace into ${table.table} (mine_id, ${columns.join(', ')}) values (?, ${written.join(', ')})`,
  );
  return (mineId, values) => insert.run(mineId, ...values);
}

/** The rows of mines in such a table of a database. */
export function heldIn(db: DatabaseSync, table: KnowledgeTable): (mineId: string) => Held {
  const { key } = table;
  const open = db.prepare(
    `select ${selecting(table)} from ${table.table} where mine_id = ? and known_to = ${FOREVER} order by ${key}`,
  );
  const insert = inserting(db, table);
  const where = `mine_id = ? and ${key} = ? and known_from = ?`;
  const end = db.prepare(`update ${table.table} set known_to = ? where ${where}`);
  const remove = db.prepare(`delete from ${table.table} where ${where}`);
  return (mineId) => ({
    open: () => open.all(mineId).map(knownRow),
    put: (known) => insert(mineId, known),
    end({ [key]: value = null, known_from }, known) {
      if (known_from === known) remove.run(mineId, value, known_from);
      else end.run(known, mineId, value, known_from);
    },
  });
}

/** Holds, from `known` on, exactly what is wanted, a row for each key: what says something else is ended, what is missing is put. */
export function holdExactly(
  held: Held,
  { key, columns }: KnowledgeTable,
  wanted: readonly Readonly<Record<string, SqlValue>>[],
  known: number,
): void {
  const missing = new Map(wanted.map((one) => [one[key], one]));
  for (const there of held.open()) {
    const one = missing.get(there[key]);
    if (one && columns.every((column) => one[column] === there[column])) missing.delete(there[key]);
    else held.end(there, known);
  }
  for (const one of missing.values()) held.put({ ...one, known_from: known, known_to: FOREVER });
}
