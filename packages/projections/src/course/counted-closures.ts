import type { ClosureFilters } from '../closures/closure-query.ts';
import { closuresUpTo } from '../closures/closures-at.ts';
import { closureConditions } from '../closures/list-closures.ts';
import { allOf, type Sql } from '../keyset.ts';
import type { Source } from '../source.ts';
import { mineFilters } from '../status/mine-query.ts';
import type { CourseGroup } from './course-query.ts';

/** Closures to count, as `c`, and what they are grouped by. */
export interface CountedClosures {
  readonly from: Sql;
  readonly where: Sql;
  readonly name: string;
}

const nameOf: Readonly<Record<CourseGroup, string>> = { region: 'm.region', campaign: 'c.campaign' };

/** The closures that fit, grouped or not. Mines are looked up only where something is asked of them. */
export function closuresThatFit(
  source: Source,
  filters: ClosureFilters,
  groupBy: CourseGroup | undefined,
  at: number,
): CountedClosures {
  const { campaign, cycle, ...others } = filters;
  const ofMines = Object.entries(others).some(
    ([key, value]) => value !== undefined && (key === 'procedure' || Object.hasOwn(mineFilters.shape, key)),
  );
  return {
    from: closuresUpTo(source, { mines: groupBy === 'region' || ofMines }),
    where: allOf(closureConditions(source.database.db, filters, at)),
    name: groupBy ? nameOf[groupBy] : 'null',
  };
}
