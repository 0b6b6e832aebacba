import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Statements that are kept of a connection at most; of more, those that were used longest ago are prepared again. */
const MOST_KEPT = 50;

const kept = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** A statement that is prepared when its SQL is used first: one that reads a page of many parts takes a third as long to prepare as to run. To be run to its end at once, for others get the same. */
export function preparedOnce(db: DatabaseSync, sql: string): StatementSync {
  const statements = kept.get(db) ?? new Map<string, StatementSync>();
  kept.set(db, statements);
  const statement = statements.get(sql) ?? db.prepare(sql);
  statements.delete(sql);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > MOST_KEPT && oldest !== undefined) statements.delete(oldest);
  return statement;
}
