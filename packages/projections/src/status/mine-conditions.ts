import type { DatabaseSync } from 'node:sqlite';
import { type Sql, type SqlValue, sql } from '../keyset.ts';
import type { MineFilters } from './mine-query.ts';
import { containsWords } from './words-table.ts';

/** The filters of mines as conditions on the rows `m` of a read database, by name, so that a count can leave one out. `at` in milliseconds. */
export function mineConditions(
  db: DatabaseSync,
  filters: MineFilters,
  at: number,
): ReadonlyMap<keyof MineFilters, Sql> {
  const { status, shut, state, region, waitingOn, office, assignee, overdue, q, campaign, cycle } = filters;
  const conditions: [keyof MineFilters, Sql | undefined][] = [
    ['status', status && oneOf('m.status', status)],
    ['shut', shut === undefined ? undefined : sql('m.shut = ?', shut ? 1 : 0)],
    ['state', state && oneOf('m.state', state)],
    // No list is gone through by region: with a plus before it SQLite looks for no index of it.
    ['region', region && oneOf('+m.region', region)],
    ['waitingOn', waitingOn && oneOf('m.waiting_on', waitingOn)],
    ['office', office && oneOf('m.office', office)],
    ['assignee', assignee && oneOf('m.assignee', assignee)],
    ['overdue', overdue === undefined ? undefined : isOverdue(overdue, at)],
    ['q', q === undefined ? undefined : containsWords(db, q)],
    ['campaign', campaign && oneOf('m.campaign', campaign)],
    ['cycle', cycle === undefined ? undefined : sql('m.cycle = ?', cycle)],
  ];
  return new Map(conditions.flatMap(([name, condition]) => (condition ? [[name, condition] as const] : [])));
}

/** A column that holds one of several values. */
export function oneOf(column: string, values: readonly SqlValue[]): Sql {
  return sql(`${column} in (${values.map(() => '?').join(', ')})`, ...values);
}

/** The next deadline has passed, its whole due day included; without one nothing is overdue. */
function isOverdue(wanted: boolean, at: number): Sql {
  return sql(wanted ? 'm.due < ?' : 'm.due is null or m.due >= ?', at);
}
