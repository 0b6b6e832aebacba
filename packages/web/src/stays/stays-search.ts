import type { z } from 'zod';
import { type ClosuresSearch, closuresSearch } from '../closures/closures-search.ts';

/** Reads from the address what stays are narrowed by; anything it does not know is left out. */
export const staysSearch = closuresSearch
  .omit({ been: true, watchedOn: true, longerThan: true, upTo: true, resolution: true, sort: true })
  .extend({ stay: closuresSearch.shape.state, goesOn: closuresSearch.shape.ongoing });

/** The part of the address of the list of stays. */
export type StaysSearch = z.infer<typeof staysSearch>;

/** What their closures are narrowed by. */
export function closuresOfStays({ stay: _, goesOn: __, ...search }: StaysSearch): ClosuresSearch {
  return search;
}
