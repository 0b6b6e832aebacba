import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { preparedOnce } from './prepared-once.ts';

/** What SQLite takes as a parameter here. */
export type SqlValue = string | number | null;

/** A piece of SQL with its parameters. */
export interface Sql {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** A piece of SQL. */
export function sql(text: string, ...params: SqlValue[]): Sql {
  return { sql: text, params };
}

/** Pieces of SQL, one after the other. */
export function joined(parts: readonly Sql[]): Sql {
  return { sql: parts.map((part) => part.sql).join(' '), params: parts.flatMap(({ params }) => params) };
}

/** Conditions that must all hold; none holds always. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql('true');
  return {
    sql: conditions.map((condition) => `(${condition.sql})`).join(' and '),
    params: conditions.flatMap(({ params }) => params),
  };
}

/** The rows of a list: what is selected from where, on which conditions, in which order. */
export interface Listing {
  /** Columns for the answer; `sort_key` and the ties are added. */
  readonly columns: string;
  readonly from: Sql;
  readonly where: Sql;
  readonly sortKey: Sql;
  readonly descending: boolean;
  /** Columns that together are unique, ascending. */
  readonly ties: readonly string[];
}

/** One row, and the place after it. */
export interface PlacedRow {
  readonly row: Record<string, unknown>;
  readonly place: SqlValue[];
}

const rows = z.array(z.record(z.string(), z.unknown()));
const value = z.union([z.string(), z.number(), z.null()]);

/**
 * One page of a list after a place (keyset paging: a page costs the same wherever it is, and rows that come or go before it move
 * nothing). Rows without a sort key come last in both directions.
 */
export function pageOf(
  db: DatabaseSync,
  listing: Listing,
  after: readonly SqlValue[] | undefined,
  limit: number,
): PlacedRow[] {
  const { columns, from, where, sortKey, descending, ties } = listing;
  const places = ties.map((tie, index) => `${tie} as tie_${index}`).join(', ');
  const condition = after ? allOf([where, behind(listing, after)]) : where;
  const query = `
    select ${columns}, ${sortKey.sql} as sort_key, ${places}
    from ${from.sql} where ${condition.sql}
    order by sort_key ${descending ? 'desc' : 'asc'} nulls last, ${ties.join(', ')} limit ?`;
  const found = preparedOnce(db, query).all(...sortKey.params, ...from.params, ...condition.params, limit);
  return placedRows(found, ties.length);
}

/** Rows with a `sort_key` and so many ties, `tie_0` and so on, and the place after each. */
export function placedRows(found: readonly unknown[], ties: number): PlacedRow[] {
  const places = ['sort_key', ...Array.from({ length: ties }, (_, index) => `tie_${index}`)];
  return rows.parse(found).map((row) => ({ row, place: places.map((name) => value.parse(row[name])) }));
}

/** Which part of a list is asked for: after a place, so many rows, and whether all are counted. */
export interface PartAsked {
  readonly after?: PlacedRow['place'] | undefined;
  readonly limit: number;
  readonly isCounted: boolean;
}

/** How many rows a list has by what was read of it, one more than its first page has room for; null where there may be others. */
export function totalSeen(
  rows: readonly unknown[],
  { after, limit }: Pick<PartAsked, 'after' | 'limit'>,
): number | null {
  return after === undefined && rows.length <= limit ? rows.length : null;
}

/** How many rows a list has. */
export function totalOf(db: DatabaseSync, { from, where }: Pick<Listing, 'from' | 'where'>): number {
  const count = db
    .prepare(`select count(*) as total from ${from.sql} where ${where.sql}`)
    .get(...from.params, ...where.params);
  return z.object({ total: z.number() }).parse(count).total;
}

function behind({ sortKey, descending, ties }: Listing, [key = null, ...tie]: readonly SqlValue[]): Sql {
  const tied = { sql: `(${ties.join(', ')}) > (${tie.map(() => '?').join(', ')})`, params: tie };
  if (key === null) return allOf([{ ...sortKey, sql: `${sortKey.sql} is null` }, tied]);
  const further = descending ? '<' : '>';
  return {
    sql: `${sortKey.sql} is null or ${sortKey.sql} ${further} ? or (${sortKey.sql} = ? and ${tied.sql})`,
    params: [...sortKey.params, ...sortKey.params, key, ...sortKey.params, key, ...tied.params],
  };
}
