import type { ClosuresSearch } from '../closures/closures-search.ts';
import type { StatisticsSearch } from './statistics-search.ts';

/** The address of the list of the closures that the figures are about. */
export function closuresOf({
  groupBy: _,
  days: __,
  office,
  cycle,
  ...filters
}: Omit<StatisticsSearch, 'groupBy'> & { readonly groupBy?: string | undefined }): ClosuresSearch {
  return { ...filters, orderedBy: office, cycle: cycle === undefined ? undefined : String(cycle) };
}
