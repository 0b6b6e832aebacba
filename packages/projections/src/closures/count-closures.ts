import { z } from 'zod';
import { allOf, type Listing, sql, totalOf } from '../keyset.ts';
import { isPresent, type Source } from '../source.ts';
import { mineConditions } from '../status/mine-conditions.ts';
import type { ClosureListFilters } from './closure-query.ts';

/** The filters by which closures are counted from how many mines stand in each way (`standings-table.ts`): a mine with so many cycles has as many closures. */
const KEPT: ReadonlySet<string> = new Set([
  'status',
  'shut',
  'state',
  'region',
  'waitingOn',
  'office',
  'assignee',
  'cycle',
  'ongoing',
]);

/** How many closures a list has at an instant in milliseconds: of the present a sum over what is kept, where the filters are about the mine, the cycle, and whether it goes on. */
export function totalOfClosures(
  source: Source,
  filters: ClosureListFilters,
  listing: Pick<Listing, 'from' | 'where'>,
  at: number,
): number {
  const { db } = source.database;
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined);
  if (!isPresent(source) || !asked.every(([name]) => KEPT.has(name))) return totalOf(db, listing);
  const { cycle, ongoing, ...ofMines } = filters;
  const where = allOf([...mineConditions(db, { ...ofMines, campaign: undefined }, at).values()]);
  const closures = closuresInTally(cycle, ongoing);
  const found = db
    .prepare(`select coalesce(sum(m.mines * (${closures.sql})), 0) as total from tallies m where ${where.sql}`)
    .get(...closures.params, ...where.params);
  return z.object({ total: z.number() }).parse(found).total;
}

/** How many closures that fit each mine of a tally has: all but the last one are over. */
function closuresInTally(cycle: number | undefined, ongoing: boolean | undefined) {
  const goesOn = "(m.closure = 'open')";
  if (cycle === undefined) return sql(ongoing === undefined ? 'm.cycle' : ongoing ? goesOn : `m.cycle - ${goesOn}`);
  if (ongoing === undefined) return sql('m.cycle >= ?', cycle);
  return ongoing
    ? sql(`m.cycle = ? and ${goesOn}`, cycle)
    : sql(`m.cycle >= ? and not (m.cycle = ? and ${goesOn})`, cycle, cycle);
}
