import { sortColumns } from './board-search.ts';

/** Every column that the table of mines can have, in the order in which they stand. */
export const boardColumns = [...sortColumns, 'step', 'operator', 'capacity', 'assignee', 'campaign'] as const;

/** A column of the table of mines. */
export type BoardColumn = (typeof boardColumns)[number];

/** The one that is always there: by it a mine is known and opened. */
export const FIXED: BoardColumn = 'name';

/** What stands there unless other columns were chosen; `short` where there is no room for all of them. */
const usual = {
  all: sortColumns,
  short: sortColumns.filter((column) => column !== 'since' && column !== 'lastChange'),
} as const;

/** How wide the columns are beside each other. */
export const shares: Readonly<Record<BoardColumn, number>> = {
  status: 16.4,
  name: 22,
  region: 6.6,
  since: 9.6,
  days: 7.6,
  waitingOn: 11.8,
  nextDeadline: 17.4,
  lastChange: 15.8,
  step: 13,
  operator: 14,
  capacity: 8,
  assignee: 10,
  campaign: 11,
};

/** The columns that an address asks for, in the order in which they stand; the usual ones where it asks for none. */
export function columnsIn(chosen: string | undefined, { short }: { readonly short: boolean }): readonly BoardColumn[] {
  if (chosen === undefined) return short ? usual.short : usual.all;
  const names = chosen.split(',');
  return boardColumns.filter((column) => column === FIXED || names.includes(column));
}

/** Columns as an address asks for them; undefined for the usual ones. */
export function columnsText(columns: readonly BoardColumn[]): string | undefined {
  const ordered = boardColumns.filter((column) => columns.includes(column));
  const text = ordered.join(',');
  return text === usual.all.join(',') ? undefined : text;
}
