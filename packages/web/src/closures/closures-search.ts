import { z } from 'zod';
import { firstPage } from '../paging/paged.ts';

const text = z.string().optional().catch(undefined);
const yesOrNo = z.enum(['true', 'false']).optional().catch(undefined);

const filters = z.object({
  status: text,
  state: text,
  region: text,
  waitingOn: text,
  office: text,
  assignee: text,
  shut: yesOrNo,
  overdue: yesOrNo,
  campaign: text,
  cycle: text,
  ongoing: yesOrNo,
  outcome: text,
  grounds: text,
  orderedBy: text,
  procedure: text,
  origin: text,
  letter: yesOrNo,
  power: yesOrNo,
  capacity: text,
  without: text,
  been: text,
  watchedOn: text,
  longerThan: text,
  upTo: text,
  resolution: z.literal('day').optional().catch(undefined),
  q: text,
});

/** What the list of closures can be narrowed by, as the API names it. */
export type ClosureFilter = keyof z.infer<typeof filters>;

/** Every filter, in the order in which they are said. */
export const closureFilters: readonly ClosureFilter[] = filters.keyof().options;

/** The columns that closures can be sorted by, as the API names them. */
export const closureColumns = ['name', 'region', 'since', 'until', 'days'] as const;

const sorts = closureColumns.flatMap((column) => [column, `-${column}` as const]);

/** Reads the list's filters from the address; anything it does not know is left out. */
export const closuresSearch = filters.extend({
  sort: z.enum(sorts).optional().catch(undefined),
  cursor: text,
  page: z.coerce.number().int().min(2).optional().catch(undefined),
});

/** The part of the address of the list of closures. */
export type ClosuresSearch = z.infer<typeof closuresSearch>;

/** A column, and which way round. */
export interface ClosureSort {
  readonly column: (typeof closureColumns)[number];
  readonly descending: boolean;
}

const latestFirst: ClosureSort = { column: 'since', descending: true };

/** How the address asks the list to be sorted; the latest first unless it asks. */
export function closureSortIn({ sort }: Pick<ClosuresSearch, 'sort'>): ClosureSort {
  const column = closureColumns.find((known) => sort === known || sort === `-${known}`);
  return column ? { column, descending: sort === `-${column}` } : latestFirst;
}

/** The address after a column was pressed: another one ascending, the same one the other way round. */
export function closuresSortedBy(search: ClosuresSearch, column: ClosureSort['column']): ClosuresSearch {
  const now = closureSortIn(search);
  const descending = now.column === column && !now.descending;
  const isUsual = column === latestFirst.column && descending === latestFirst.descending;
  return firstPage({ ...search, sort: isUsual ? undefined : descending ? (`-${column}` as const) : column });
}

/** The filters of an address as the API takes them. */
export function closureFiltersOf(search: ClosuresSearch): Partial<Record<ClosureFilter, string>> {
  return Object.fromEntries(
    closureFilters.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]] as const])),
  );
}

/** The address without any filter, sorted as before. */
export function withoutClosureFilters({ sort }: ClosuresSearch): ClosuresSearch {
  return {
    ...Object.fromEntries(closureFilters.map((name) => [name, undefined])),
    ...firstPage<ClosuresSearch>({ sort }),
  };
}
