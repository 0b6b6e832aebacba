import type { SQLOutputValue } from 'node:sqlite';

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/**
 * The text in a column.
 * @throws TypeError when there is none: the statement and the schema do not agree
 */
export function textIn(row: Row | undefined, column: string): string {
  return text(row?.[column], column);
}

/**
 * The whole number in a column.
 * @throws TypeError when there is none: the statement and the schema do not agree
 */
export function integerIn(row: Row | undefined, column: string): number {
  return integer(row?.[column], column);
}

/** What a column holds, as text. @throws TypeError when it is none */
export function text(value: unknown, column: string): string {
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`);
  return value;
}

/** What a column holds, as a whole number. @throws TypeError when it is none */
export function integer(value: unknown, column: string): number {
  if (typeof value !== 'number') throw new TypeError(`Column ${column} holds no number.`);
  return value;
}
