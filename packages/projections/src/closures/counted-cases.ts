import { milliseconds } from '@rectify/engine/rectification';
import { allOf } from '../keyset.ts';
import type { Source } from '../source.ts';
import { casesOf } from './cases-of-mine.ts';
import type { ClosureFilters } from './closure-query.ts';
import { CLOSURE_ID, closureId, closuresAt } from './closures-at.ts';
import { closureConditions } from './list-closures.ts';
import type { StatisticsCase } from './statistics-case.ts';

/** The closures that fit the filters, from the folded mines, ongoing ones up to `at`. */
export function countedCases(source: Source, filters: ClosureFilters, at: string): StatisticsCase[] {
  const { from, mine } = closuresAt(source);
  const where = allOf(closureConditions(source.database.db, filters, milliseconds(at)));
  const query = `select ${CLOSURE_ID} from ${from.sql} where ${where.sql} order by c.mine_id, c.cycle`;
  return source.database.db
    .prepare(query)
    .all(...from.params, ...where.params)
    .flatMap((row) => {
      const { mine_id, cycle } = closureId.parse(row);
      return casesOf(mine(mine_id), at).filter((one) => one.cycle === cycle);
    });
}
