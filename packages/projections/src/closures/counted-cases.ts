import { milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { allOf } from '../keyset.ts';
import type { ReadDatabase } from '../read-database.ts';
import { foldedIn } from '../status/mines-table.ts';
import { casesOf } from './cases-of-mine.ts';
import type { ClosureFilters } from './closure-query.ts';
import { CLOSURES, closureConditions } from './list-closures.ts';
import type { StatisticsCase } from './statistics-case.ts';

const cycleColumn = z.object({ cycle: z.number() });

/** The closures that fit the filters, from the folded mines, ongoing ones up to `at`. */
export function countedCases({ db, procedures }: ReadDatabase, filters: ClosureFilters, at: string): StatisticsCase[] {
  const where = allOf(closureConditions(filters, milliseconds(at)));
  const query = `select m.folded, c.cycle from ${CLOSURES} where ${where.sql} order by c.mine_id, c.cycle`;
  return db
    .prepare(query)
    .all(...where.params)
    .flatMap((row) => {
      const { cycle } = cycleColumn.parse(row);
      return casesOf(foldedIn(row, procedures.known()), at).filter((one) => one.cycle === cycle);
    });
}
