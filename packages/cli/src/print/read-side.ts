import type { ReadModelChecked } from '@rectify/projections';

type Differs = NonNullable<ReadModelChecked['differs']>;

/** Where a read model differs first from what the log says, in a line. */
export function readModelInWords({ table, key, difference }: Differs): string {
  const row = `${table} ${Object.entries(key)
    .map(([column, value]) => `${column}=${JSON.stringify(value)}`)
    .join(' ')}`;
  switch (difference.what) {
    case 'missing':
      return `${row} is missing.`;
    case 'surplus':
      return `${row} is there, and the log does not say so.`;
    case 'changed':
      return `${row}: ${difference.column} is ${short(difference.found)}, and should be ${short(difference.expected)}.`;
  }
}

/** Folded mines are long: as much of a value as fits into a line. */
function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
