import type { DatabaseSync } from 'node:sqlite';
import { milliseconds, mineStatus } from '@rectify/engine/rectification';
import { z } from 'zod';
import { type Asked, instantOf } from '../instants.ts';
import { allOf, type Sql, sql, totalOf } from '../keyset.ts';
import { type MineCounts, mineCounts } from '../list-answers.ts';
import type { ReadDatabase } from '../read-database.ts';
import { waitingParty } from './mine-answer.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters } from './mine-query.ts';

const counts = mineCounts.shape;
const countRows = z.array(z.object({ value: z.string().nullable(), mines: z.number() }));

/** How many mines fit the filters, and how they are spread over what each filter could narrow. */
export function countsOfMines(
  { db }: ReadDatabase,
  filters: MineFilters,
  asked: Asked,
): Omit<MineCounts, 'position' | 'asOf' | 'knownAt'> {
  const at = milliseconds(instantOf(asked));
  const conditions = [...mineConditions(filters, at)];
  const without = (...names: (keyof MineFilters)[]) =>
    allOf(conditions.flatMap(([name, condition]) => (names.includes(name) ? [] : [condition])));
  return {
    total: totalOf(db, { from: 'mines m', where: without() }),
    byStatus: byStatus(db, without('status', 'shut', 'state')),
    byRegion: Object.fromEntries(countBy(db, 'm.region', without('region'))),
    byWaitingOn: counts.byWaitingOn.parse(
      zeroFilled(waitingParty.options, countBy(db, 'm.waiting_on', without('waitingOn', 'office'))),
    ),
    byOffice: Object.fromEntries(countBy(db, 'm.office', without('waitingOn', 'office'))),
    overdue: totalOf(db, { from: 'mines m', where: allOf([without('overdue'), sql('m.due < ?', at)]) }),
  };
}

/** The mines that fit the filters by status, every status named. */
export function statusesOfMines({ db }: ReadDatabase, filters: MineFilters, asked: Asked): MineCounts['byStatus'] {
  return byStatus(db, allOf([...mineConditions(filters, milliseconds(instantOf(asked))).values()]));
}

function byStatus(db: DatabaseSync, where: Sql): MineCounts['byStatus'] {
  return counts.byStatus.parse(zeroFilled(mineStatus.options, countBy(db, 'm.status', where)));
}

function countBy(db: DatabaseSync, column: string, where: Sql): Map<string, number> {
  const query = `select ${column} as value, count(*) as mines from mines m where ${where.sql} group by 1 order by 1`;
  const rows = countRows.parse(db.prepare(query).all(...where.params));
  return new Map(rows.flatMap(({ value, mines }) => (value === null ? [] : [[value, mines] as const])));
}

function zeroFilled(keys: readonly string[], counted: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, counted.get(key) ?? 0]));
}
