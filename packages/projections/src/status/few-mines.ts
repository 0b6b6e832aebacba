import { operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { allOf, joined, type Sql, sql } from '../keyset.ts';
import { isPresent, type Source } from '../source.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters } from './mine-query.ts';
import { idsByWords } from './words-table.ts';

/** So many mines are looked up and sorted sooner than others are passed over in the order of a list. */
export const FEW = 3_000;

const found = z.object({ mines: z.number() });

/**
 * The ids of all mines that could fit the filters, as a query, where these are at most so many: by how they stand, or ever stood, by words, or by what is due. Undefined where they are many: then a list
 * soon comes upon some that fit.
 */
export function fewMines(source: Source, filters: MineFilters, at: number, most: number): Sql | undefined {
  const { db } = source.database;
  const ways = [byStanding(source, filters, at), byDeadline(source, filters, at), byWords(source, filters)];
  return ways.find((ids) => {
    if (!ids) return false;
    const count = db.prepare(`select count(*) as mines from (${ids.sql} limit ?)`).get(...ids.params, most + 1);
    return found.parse(count).mines <= most;
  });
}

/** The filters that the table of standings can tell at a source. Requests that waited at a past instant are known of no standing. */
export function filtersOfStandings(source: Source, filters: MineFilters): MineFilters {
  const { q: _, overdue: __, waitingOn, office, ...others } = filters;
  return isPresent(source) ? { ...others, waitingOn, office } : others;
}

/** A mine is in some state: said so that SQLite goes through an index that begins with it, state by state. */
export function inAnyState(column: string): string {
  return `${column} in (${operationState.options.map((state) => `'${state}'`).join(', ')})`;
}

function byStanding(source: Source, filters: MineFilters, at: number): Sql | undefined {
  const conditions = [...mineConditions(source.database.db, filtersOfStandings(source, filters), at).values()];
  if (conditions.length === 0) return undefined;
  return joined([
    sql(
      `select distinct mine_id from ${isPresent(source) ? 'mines' : 'mine_versions'} where standing in (select m.standing from standings m where`,
    ),
    allOf(conditions),
    sql(')'),
  ]);
}

function byDeadline(source: Source, { overdue }: MineFilters, at: number): Sql | undefined {
  return isPresent(source) && overdue === true
    ? sql(`select mine_id from mines where ${inAnyState('state')} and due < ?`, at)
    : undefined;
}

function byWords({ database }: Source, { q }: MineFilters): Sql | undefined {
  return q === undefined ? undefined : idsByWords(database.db, q);
}
