import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { allOf, type Sql, sql } from '../keyset.ts';
import { isPresent, type Source } from '../source.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters } from './mine-query.ts';
import { minesAt } from './mines-at.ts';
import { talliedNames } from './tallies-table.ts';

/** Counts mines that fit filters. */
export interface MineTallies {
  total(filters: MineFilters): number;
  /** How many have which value in a column of `m`; those without one are left out. */
  by(column: string, filters: MineFilters): ReadonlyMap<string, number>;
}

/** Rows named `m` that each stand for so many mines. */
interface Counted {
  readonly db: DatabaseSync;
  readonly from: Sql;
  readonly amount: string;
}

const KEPT = { from: sql('tallies m'), amount: 'sum(m.mines)' };

/**
 * Counts the mines of a source at an instant in milliseconds. Of the present only mines that words or a deadline are asked about are counted one by one: the rest is
 * a sum over what is kept (`tallies-table.ts`), and what is not overdue is what is left of it.
 */
export function minesTallied(source: Source, at: number): MineTallies {
  const { db } = source.database;
  return talliesBy((column, filters) => {
    if (!isPresent(source) || filters.q !== undefined || filters.overdue === true)
      return counted({ db, from: minesAt(source).from, amount: 'count(*)' }, column, filters, at);
    const { overdue, ...others } = filters;
    const all = counted({ db, ...KEPT }, column, others, at);
    if (overdue === undefined) return all;
    const late = counted({ db, from: sql('mines m'), amount: 'count(*)' }, column, { ...others, overdue: true }, at);
    const left = [...all].map(([value, mines]) => [value, mines - (late.get(value) ?? 0)] as const);
    return new Map(left.filter(([, mines]) => mines > 0));
  });
}

/**
 * As {@link minesTallied}, for many counts of the same words: where nothing is kept to sum up, the mines are gone through once, into tallies that
 * are there until this is disposed of.
 */
export function minesTalliedAtOnce(source: Source, at: number, q: string | undefined): MineTallies & Disposable {
  if (isPresent(source) && q === undefined) return { ...minesTallied(source, at), [Symbol.dispose]: () => {} };
  const gathered = gather(source, at, q);
  return {
    ...talliesBy((column, { q: _, ...filters }) => counted({ db: gathered, ...KEPT }, column, filters, at)),
    [Symbol.dispose]: () => gathered.close(),
  };
}

const value = z.union([z.string(), z.number(), z.null()]);

/** Tallies in memory; whether they are overdue tells them apart too. */
function gather(source: Source, at: number, q: string | undefined): DatabaseSync {
  const { from } = minesAt(source);
  const where = allOf([...mineConditions(source.database.db, { q }, at).values()]);
  const named = talliedNames.map((name) => `m.${name}`).join(', ');
  const alike = source.database.db
    .prepare(
      `select ${named}, min(m.due) as due, count(*) as mines from ${from.sql} where ${where.sql} group by ${named}, m.due < ?`,
    )
    .all(...from.params, ...where.params, at);
  const gathered = new DatabaseSync(':memory:');
  const columns = [...talliedNames, 'due', 'mines'];
  gathered.exec(`create table tallies (${columns.join(', ')})`);
  const insert = gathered.prepare(`insert into tallies values (${columns.map(() => '?').join(', ')})`);
  for (const row of alike) insert.run(...columns.map((column) => value.parse(row[column])));
  return gathered;
}

const rows = z.array(z.object({ value: z.union([z.string(), z.number()]).nullable(), mines: z.number() }));

function counted({ db, from, amount }: Counted, column: string, filters: MineFilters, at: number): Map<string, number> {
  const where = allOf([...mineConditions(db, filters, at).values()]);
  const query = `select ${column} as value, ${amount} as mines from ${from.sql} where ${where.sql} group by 1 order by 1`;
  const found = rows.parse(db.prepare(query).all(...from.params, ...where.params));
  return new Map(found.flatMap(({ value, mines }) => (value === null ? [] : [[String(value), mines] as const])));
}

function talliesBy(by: MineTallies['by']): MineTallies {
  return { by, total: (filters) => by("'all'", filters).get('all') ?? 0 };
}
