import type { DatabaseSync } from 'node:sqlite';
import { milliseconds, mineStatus } from '@rectify/engine/rectification';
import { z } from 'zod';
import { type Asked, instantOf } from '../instants.ts';
import { allOf, type Sql, sql, totalOf } from '../keyset.ts';
import { type MineCounts, mineCounts } from '../list-answers.ts';
import type { Source } from '../source.ts';
import { waitingParty } from './mine-answer.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters } from './mine-query.ts';
import { minesAt } from './mines-at.ts';

const counts = mineCounts.shape;
const countRows = z.array(z.object({ value: z.string().nullable(), mines: z.number() }));

/** How many mines fit the filters, and how they are spread over what each filter could narrow. */
export function countsOfMines(
  source: Source,
  filters: MineFilters,
  asked: Asked,
): Omit<MineCounts, 'position' | 'asOf' | 'knownAt'> {
  const { db } = source.database;
  const { from } = minesAt(source);
  const at = milliseconds(instantOf(asked));
  const conditions = [...mineConditions(filters, at)];
  const without = (...names: (keyof MineFilters)[]) =>
    allOf(conditions.flatMap(([name, condition]) => (names.includes(name) ? [] : [condition])));
  return {
    total: totalOf(db, { from, where: without() }),
    byStatus: byStatus(db, from, without('status', 'shut', 'state')),
    byRegion: Object.fromEntries(countBy(db, from, 'm.region', without('region'))),
    byWaitingOn: counts.byWaitingOn.parse(
      zeroFilled(waitingParty.options, countBy(db, from, 'm.waiting_on', without('waitingOn', 'office'))),
    ),
    byOffice: Object.fromEntries(countBy(db, from, 'm.office', without('waitingOn', 'office'))),
    overdue: totalOf(db, { from, where: allOf([without('overdue'), sql('m.due < ?', at)]) }),
  };
}

/** The mines that fit the filters by status, every status named. */
export function statusesOfMines(source: Source, filters: MineFilters, asked: Asked): MineCounts['byStatus'] {
  const { from } = minesAt(source);
  return byStatus(
    source.database.db,
    from,
    allOf([...mineConditions(filters, milliseconds(instantOf(asked))).values()]),
  );
}

function byStatus(db: DatabaseSync, from: Sql, where: Sql): MineCounts['byStatus'] {
  return counts.byStatus.parse(zeroFilled(mineStatus.options, countBy(db, from, 'm.status', where)));
}

function countBy(db: DatabaseSync, from: Sql, column: string, where: Sql): Map<string, number> {
  const query = `select ${column} as value, count(*) as mines from ${from.sql} where ${where.sql} group by 1 order by 1`;
  const rows = countRows.parse(db.prepare(query).all(...from.params, ...where.params));
  return new Map(rows.flatMap(({ value, mines }) => (value === null ? [] : [[value, mines] as const])));
}

function zeroFilled(keys: readonly string[], counted: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, counted.get(key) ?? 0]));
}
