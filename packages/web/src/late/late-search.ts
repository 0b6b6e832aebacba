import type { z } from 'zod';
import { type ClosuresSearch, closuresSearch } from '../closures/closures-search.ts';

/** Reads from the address what deadlines that passed are narrowed by; anything it does not know is left out. */
export const lateSearch = closuresSearch
  .omit({ been: true, watchedOn: true, longerThan: true, upTo: true, resolution: true, sort: true })
  .extend({ late: closuresSearch.shape.office });

/** The part of the address of the list of deadlines that passed. */
export type LateSearch = z.infer<typeof lateSearch>;

/** What their closures are narrowed by. */
export function closuresOfLate({ late: _, ...search }: LateSearch): ClosuresSearch {
  return search;
}
