import { milliseconds } from '@rectify/engine/rectification';
import type { ClosureListFilters, LateFilters } from '../closures/closure-query.ts';
import { closuresAt } from '../closures/closures-at.ts';
import { listConditions } from '../closures/list-closures.ts';
import { lateListing } from '../closures/list-late.ts';
import { allOf, type Sql, sql } from '../keyset.ts';
import { mineIdsIn } from '../mine-ids.ts';
import type { Source } from '../source.ts';
import { assigneesMeant } from '../status/assignees.ts';
import { mineConditions } from '../status/mine-conditions.ts';
import type { MineFilters } from '../status/mine-query.ts';
import { minesAt } from '../status/mines-at.ts';
import type { Viewer } from '../viewer.ts';

/** Instants in milliseconds, the second one excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a figure counts, as of an instant. */
export type Counted = { readonly asOf: string } & (
  | { readonly of: 'mine'; readonly mineId: string }
  | { readonly of: 'mines'; readonly filters: MineFilters }
  /** `begun` and `ended`: those that did so in a span. */
  | {
      readonly of: 'closures';
      readonly filters: ClosureListFilters;
      readonly begun?: Span | undefined;
      readonly ended?: Span | undefined;
    }
  /** Deadlines that passed in closures. */
  | { readonly of: 'late'; readonly filters: LateFilters }
  | { readonly of: 'nothing' }
);

/** Which of some mines are counted in a source at the instant of the figure. */
export function countedAmong(
  source: Source,
  counted: Counted,
  mineIds: readonly string[],
  viewer: Viewer,
): readonly string[] {
  if (counted.of === 'nothing') return [];
  if (counted.of === 'mine') return mineIds.filter((mineId) => mineId === counted.mineId);
  const { from, where } = rowsCounted(source, counted, viewer);
  const query = `
    select distinct m.mine_id from ${from.sql}
    where m.mine_id in (select value from json_each(?)) and (${where.sql}) order by m.mine_id`;
  const rows = source.database.db.prepare(query).all(...from.params, JSON.stringify(mineIds), ...where.params);
  return mineIdsIn(rows);
}

interface Rows {
  readonly from: Sql;
  readonly where: Sql;
}

function rowsCounted(
  source: Source,
  counted: Exclude<Counted, { of: 'mine' } | { of: 'nothing' }>,
  viewer: Viewer,
): Rows {
  switch (counted.of) {
    case 'mines':
      return minesCounted(source, counted, viewer);
    case 'closures':
      return closuresCounted(source, counted, viewer);
    case 'late':
      return lateListing(source, assigneesMeant(source.database, counted.filters, viewer), counted.asOf);
  }
}

function minesCounted(source: Source, { filters, asOf }: Extract<Counted, { of: 'mines' }>, viewer: Viewer): Rows {
  const meant = assigneesMeant(source.database, filters, viewer);
  return {
    from: minesAt(source).from,
    where: allOf([...mineConditions(source.database.db, meant, milliseconds(asOf)).values()]),
  };
}

function closuresCounted(
  source: Source,
  { filters, asOf, begun, ended }: Extract<Counted, { of: 'closures' }>,
  viewer: Viewer,
): Rows {
  const meant = assigneesMeant(source.database, filters, viewer);
  const conditions = [
    ...listConditions(source, meant, milliseconds(asOf)),
    ...(begun ? [sql('c.since >= ? and c.since < ?', begun.start, begun.end)] : []),
    ...(ended ? [sql('c.until >= ? and c.until < ?', ended.start, ended.end)] : []),
  ];
  return { from: closuresAt(source).from, where: allOf(conditions) };
}
