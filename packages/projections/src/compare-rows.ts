import type { SQLOutputValue } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';

/** A row of a table. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** How the first row that is not the same differs: only one side has it, or the value in a column. */
export type Difference =
  | { readonly what: 'missing' | 'surplus'; readonly row: Row }
  | {
      readonly what: 'changed';
      readonly row: Row;
      readonly column: string;
      readonly found: unknown;
      readonly expected: unknown;
    };

/**
 * Compares rows found with rows expected, both in the order of the same key, until the first difference; yields after each row, so that the
 * caller may pause, and returns the difference, if any.
 */
export function* firstDifference(
  found: Iterator<Row>,
  expected: Iterator<Row>,
  key: readonly string[],
): Generator<void, Difference | undefined> {
  for (;;) {
    const [there, wanted] = [found.next(), expected.next()];
    if (there.done && wanted.done) return undefined;
    if (wanted.done) return there.done ? undefined : { what: 'surplus', row: there.value };
    if (there.done) return { what: 'missing', row: wanted.value };
    const order = compareKeys(there.value, wanted.value, key);
    if (order !== 0) return order < 0 ? { what: 'surplus', row: there.value } : { what: 'missing', row: wanted.value };
    for (const [column, value] of Object.entries(wanted.value)) {
      const other = there.value[column];
      if (!isDeepStrictEqual(other, value))
        return { what: 'changed', row: wanted.value, column, found: other, expected: value };
    }
    yield;
  }
}

/** As SQLite orders them: numbers by size, text by its bytes. */
function compareKeys(a: Row, b: Row, key: readonly string[]): number {
  for (const column of key) {
    const [one, other] = [a[column], b[column]];
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
    if (order !== 0) return order;
  }
  return 0;
}
