import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { beginningsTable } from '../as-of/lengths.ts';
import { lasts } from '../as-of/mine-versions.ts';
import { requestsKnownAt } from '../as-of/request-versions.ts';
import { beginningsFor, isVersionAt, pointOf } from '../as-of/version-at.ts';
import { allOf, joined, type Sql, sql } from '../keyset.ts';
import { isPresent, type Source } from '../source.ts';
import { inAnyState } from './few-mines.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters } from './mine-query.ts';
import { minesAt, withRequests } from './mines-at.ts';
import { talliedNames } from './standings-table.ts';
import { standingsTally } from './standings-tally.ts';

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
 * a sum over what is kept (`standings-table.ts`), and what is not overdue is what is left of it.
 */
function tallyPresent({ database: { db } }: Source, at: number): MineTallies {
  const oneByOne = { db, from: sql(`(select * from mines where ${inAnyState('state')}) m`), amount: 'count(*)' };
  return talliesBy((column, filters) => {
    if (filters.q !== undefined || filters.overdue === true) return counted(oneByOne, column, filters, at);
    const { overdue, ...others } = filters;
    const all = counted({ db, ...KEPT }, column, others, at);
    if (overdue === undefined) return all;
    const late = counted(oneByOne, column, { ...others, overdue: true }, at);
    const left = [...all].map(([value, mines]) => [value, mines - (late.get(value) ?? 0)] as const);
    return new Map(left.filter(([, mines]) => mines > 0));
  });
}

/**
 * Counts the mines of a source at an instant in milliseconds, for many counts of the same words: where nothing is kept to sum up, the mines are gone through once, into tallies that
 * are there until this is disposed of.
 */
export function minesTallied(source: Source, at: number, q: string | undefined): MineTallies & Disposable {
  if (isPresent(source) && q === undefined) return { ...tallyPresent(source, at), [Symbol.dispose]: () => {} };
  const gathered = gather(source, at, q);
  return {
    ...talliesBy((column, { q: _, ...filters }) => counted({ db: gathered, ...KEPT }, column, filters, at)),
    [Symbol.dispose]: () => gathered.close(),
  };
}

const value = z.union([z.string(), z.number(), z.null()]);

/** Tallies in memory; whether they are overdue tells them apart too. */
function gather(source: Source, at: number, q: string | undefined): DatabaseSync {
  const { db } = source.database;
  const alike = q === undefined ? [versionsAlike(source, at), requestsAlike(source, at)] : [mineAlike(source, at, q)];
  const gathered = new DatabaseSync(':memory:');
  const columns = [...talliedNames, 'due', 'mines'];
  gathered.exec(`create table tallies (${columns.join(', ')})`);
  const insert = gathered.prepare(`insert into tallies values (${columns.map(() => '?').join(', ')})`);
  for (const query of alike)
    for (const row of db.prepare(query.sql).iterate(...query.params))
      insert.run(...columns.map((column) => value.parse(row[column])));
  return gathered;
}

const named = talliedNames.map((name) => `m.${name}`).join(', ');

/** How many mines of which words are asked stand alike. */
function mineAlike(source: Source, at: number, q: string): Sql {
  const { from } = minesAt(source);
  const where = allOf([...mineConditions(source.database.db, { q }, at).values()]);
  return joined([
    sql(`select ${named}, min(m.due) as due, count(*) as mines from`),
    from,
    sql('where'),
    where,
    sql(`group by ${named}, m.due < ?`, at),
  ]);
}

const ofStanding = talliedNames.map((name) => `s.${name}`).join(', ');

/** How many mines stood alike at a past instant, requests apart: versions are counted in an index that holds all it takes. */
function versionsAlike({ instants, database: { db } }: Source, at: number): Sql {
  const point = pointOf(instants);
  return joined([
    sql(
      `select ${ofStanding}, c.value ->> 1 as due, c.value ->> 2 as mines
        from json_each((select ${standingsTally(db)}(v.standing, v.due, ?) from`,
      at,
    ),
    beginningsTable(beginningsFor(point)),
    sql(`cross join mine_versions v
      where ${lasts('v.')} = k.key and v.valid_from > k.value ->> 0 and v.valid_from <= k.value ->> 1 and`),
    isVersionAt('v', point),
    sql(')) c join standings s on s.standing = c.value ->> 0'),
  ]);
}

/** What requests that waited change of that: their mines, looked up once, are taken from where they stood without, and put where they stood with them. */
function requestsAlike({ instants }: Source, at: number): Sql {
  const point = pointOf(instants);
  const without = talliedNames.map((name) => `without_${name}`);
  const ofBoth = talliedNames.map((name) => (isOfRequests(name) ? withRequests[name] : `s.${name} as ${name}`));
  return joined([
    sql(`with requested as materialized (select ${ofBoth.join(', ')}, ${withRequests.due},
      ${talliedNames.map((name) => `s.${name} as without_${name}`).join(', ')}, v.due as without_due from`),
    requestsKnownAt(point.known),
    sql(`r cross join mine_versions v on v.mine_id = r.mine_id and v.procedure = r.procedure
      cross join standings s on s.standing = v.standing where`),
    isVersionAt('v', point),
    sql(
      `) select ${without.map((name, index) => `${name} as ${talliedNames[index]}`).join(', ')}, min(without_due) as due, -count(*) as mines
        from requested group by ${without.join(', ')}, without_due < ?
        union all select ${named}, min(m.due) as due, count(*) as mines from requested m group by ${named}, m.due < ?`,
      at,
      at,
    ),
  ]);
}

function isOfRequests(name: string): name is 'waiting_on' | 'office' {
  return name === 'waiting_on' || name === 'office';
}

const rows = z.array(z.object({ value: z.union([z.string(), z.number()]).nullable(), mines: z.number() }));

function counted({ db, from, amount }: Counted, column: string, filters: MineFilters, at: number): Map<string, number> {
  const where = allOf([...mineConditions(db, filters, at).values()]);
  const query = `select ${column} as value, ${amount} as mines from ${from.sql} where ${where.sql} group by 1 having mines > 0 order by 1`;
  const found = rows.parse(db.prepare(query).all(...from.params, ...where.params));
  return new Map(found.flatMap(({ value, mines }) => (value === null ? [] : [[String(value), mines] as const])));
}

function talliesBy(by: MineTallies['by']): MineTallies {
  return { by, total: (filters) => by("'all'", filters).get('all') ?? 0 };
}
