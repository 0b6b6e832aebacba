import { csvFormatRows } from 'd3-dsv';
import type { AboutAnswer } from './printed.ts';

/** A cell of a table to download. */
export type Cell = string | number | null;

/** A table to download: the names of its columns, and its rows. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Tells programs that open a file of text by guessing that it is UTF-8. */
const MARK = '\ufeff';

/** A table as CSV; every row says as of when, as known when, and at which position of the log it counts. */
export function csvOf({ columns, rows }: Sheet, { asOf, knownAt, position }: AboutAnswer): string {
  const about = [asOf, knownAt, position];
  const lines = [[...columns, 'as of', 'known at', 'position'], ...rows.map((row) => [...row, ...about])];
  return `${MARK}${csvFormatRows(lines.map((line) => line.map(asText)))}\n`;
}

/** A text that begins like a formula would be reckoned by a spreadsheet: an apostrophe keeps it a text. */
function asText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
