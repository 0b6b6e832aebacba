import type { DatabaseSync } from 'node:sqlite';

/** Later than any instant, in milliseconds: the end of what goes on, and of what is still held to be true. */
export const FOREVER = Number.MAX_SAFE_INTEGER;

/** Ends, at `known`, what a table held to be true about a mine since `knownFrom`; both in milliseconds. */
export type GivingUp = (mineId: string, key: string | number, knownFrom: number, known: number) => void;

/**
 * For a table whose rows are told apart by mine, one more column and `known_from`: ends rows by their `known_to`. What was held for no time at
 * all was never there.
 */
export function givingUp(db: DatabaseSync, table: string, column: string): GivingUp {
  const where = `mine_id = ? and ${column} = ? and known_from = ?`;
  const end = db.prepare(`update ${table} set known_to = ? where ${where}`);
  const remove = db.prepare(`delete from ${table} where ${where}`);
  return (mineId, key, knownFrom, known) => {
    if (knownFrom === known) remove.run(mineId, key, knownFrom);
    else end.run(known, mineId, key, knownFrom);
  };
}
