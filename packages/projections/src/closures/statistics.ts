import { milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { type Asked, instantOf } from '../instants.ts';
import { allOf } from '../keyset.ts';
import type { ReadDatabase } from '../read-database.ts';
import { statusesOfMines } from '../status/count-mines.ts';
import { foldedIn } from '../status/mines-table.ts';
import type { ListedClosure } from './closure-answer.ts';
import type { ClosureFilters } from './closure-query.ts';
import { listClosuresOf } from './describe-closure.ts';
import { type CountedClosure, figuresOf } from './figures.ts';
import { CLOSURES, closureConditions } from './list-closures.ts';
import type { GroupBy, StatisticsAnswer } from './statistics-answer.ts';

const cycleColumn = z.object({ cycle: z.number() });

/** Statistics of the closures that fit the filters, and of the mines that fit those about mines. */
export function statisticsOf(
  database: ReadDatabase,
  { ongoing, ...filters }: ClosureFilters,
  groupBy: GroupBy | undefined,
  asked: Asked,
): Omit<StatisticsAnswer, 'position' | 'asOf' | 'knownAt'> {
  const closures = countedClosures(database, { ...filters, ongoing }, instantOf(asked));
  const byStatus = statusesOfMines(database, filters, asked);
  return {
    ...figuresOf(closures),
    mines: Object.values(byStatus).reduce((total, mines) => total + mines, 0),
    byStatus,
    ...(groupBy && { groupBy, groups: groupsOf(closures, groupBy) }),
  };
}

function countedClosures({ db, procedures }: ReadDatabase, filters: ClosureFilters, at: string): CountedClosure[] {
  const where = allOf(closureConditions(filters, milliseconds(at)));
  const query = `select m.folded, c.cycle from ${CLOSURES} where ${where.sql} order by c.mine_id, c.cycle`;
  return db
    .prepare(query)
    .all(...where.params)
    .flatMap((row): CountedClosure[] => {
      const mine = foldedIn(row, procedures.known());
      const { cycle } = cycleColumn.parse(row);
      return listClosuresOf(mine, at).flatMap((closure) => (closure.cycle === cycle ? [{ closure, mine }] : []));
    });
}

function groupsOf(closures: readonly CountedClosure[], groupBy: GroupBy): StatisticsAnswer['groups'] {
  const groups = Map.groupBy(closures, ({ closure }) => groupOf(closure, groupBy));
  return [...groups]
    .map(([group, members]) => ({ group, ...figuresOf(members) }))
    .sort((a, b) => compareGroups(a.group, b.group));
}

function groupOf(closure: ListedClosure, groupBy: GroupBy): string | null {
  switch (groupBy) {
    case 'region':
      return closure.region;
    case 'campaign':
      return closure.campaignId;
    case 'cycle':
      return String(closure.cycle);
    case 'procedure':
      return closure.procedure;
  }
}

/** Groups by name, numbers in their own order; those without one last. */
function compareGroups(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'en', { numeric: true });
}
