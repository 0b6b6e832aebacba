import { z } from 'zod';

/** The columns that the list can be sorted by, as the API names them. */
export const sortColumns = [
  'status',
  'name',
  'region',
  'since',
  'days',
  'waitingOn',
  'nextDeadline',
  'lastChange',
] as const;

/** A column that the list can be sorted by. */
export type SortColumn = (typeof sortColumns)[number];

/** The most pressing first: what is overdue, then what is due next. */
const defaultSort = 'nextDeadline';

/** Reads the board's filters from the address. Anything it does not know is left out rather than refused. */
export const boardSearch = z.object({
  status: z.string().optional().catch(undefined),
  region: z.string().optional().catch(undefined),
  /** `owner`, `authority`, or the code of the office that the mine waits on. */
  waitingOn: z.string().optional().catch(undefined),
  overdue: z.literal('true').optional().catch(undefined),
  campaign: z.string().optional().catch(undefined),
  assignee: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  shut: z.enum(['true', 'false']).optional().catch(undefined),
  /** One number: the API takes no more. */
  cycle: z
    .string()
    .regex(/^\d{1,7}$/)
    .optional()
    .catch(undefined),
  q: z.string().optional().catch(undefined),
  sort: z
    .string()
    .refine((sort) => sortOf(sort) !== null)
    .optional()
    .catch(undefined),
  /** The columns of the table, with commas between them; the usual ones without it. */
  columns: z
    .string()
    .regex(/^[a-zA-Z,]+$/)
    .optional()
    .catch(undefined),
});

/** The board's part of the address. */
export type BoardSearch = z.infer<typeof boardSearch>;

/** A column and direction. */
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

function sortOf(sort: string): Sort | null {
  const descending = sort.startsWith('-');
  const column = sortColumns.find((known) => known === sort.slice(descending ? 1 : 0));
  return column ? { column, descending } : null;
}

/** How the address asks the list to be sorted. */
export function sortIn({ sort }: Pick<BoardSearch, 'sort'>): Sort {
  return sortOf(sort ?? defaultSort) ?? { column: defaultSort, descending: false };
}

/** The address after its column was pressed: another column ascending, the same one the other way round. */
export function sortedBy(search: BoardSearch, column: SortColumn): BoardSearch {
  const now = sortIn(search);
  const descending = now.column === column && !now.descending;
  const sort = `${descending ? '-' : ''}${column}`;
  return { ...search, sort: sort === defaultSort ? undefined : sort };
}

/** The values of a filter that takes several. */
export function valuesOf(filter: string | undefined): readonly string[] {
  return filter ? filter.split(',') : [];
}

/** A filter of several values with one of them switched; undefined once none is left. */
export function toggled(filter: string | undefined, value: string): string | undefined {
  const values = valuesOf(filter);
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return next.length > 0 ? next.join(',') : undefined;
}

/** The address without any filter or search, sorted as before, with the same columns. */
export function withoutFilters({ sort, columns }: BoardSearch): BoardSearch {
  return {
    sort,
    columns,
    status: undefined,
    region: undefined,
    waitingOn: undefined,
    overdue: undefined,
    campaign: undefined,
    assignee: undefined,
    state: undefined,
    shut: undefined,
    cycle: undefined,
    q: undefined,
  };
}

/** Whether anything narrows the list. */
export function isFiltered(search: BoardSearch): boolean {
  return Object.values(boardFilters(search)).some((filter) => filter !== undefined);
}

/** The filters in an address that may hold more. */
function boardFilters({ status, region, waitingOn, overdue, campaign, assignee, state, shut, cycle, q }: BoardSearch) {
  return { status, region, waitingOn, overdue, campaign, assignee, state, shut, cycle, q };
}

/** The filters as the API names them. */
export function filtersOf(search: BoardSearch) {
  const { waitingOn, q, ...same } = boardFilters(search);
  const party = waitingOn === 'owner' || waitingOn === 'authority';
  return {
    ...same,
    waitingOn: party ? waitingOn : undefined,
    office: party ? undefined : waitingOn,
    q: q?.trim() || undefined,
  };
}
