import { z } from 'zod';
import { groupings, statisticsQueryOf, statisticsSearch } from '../statistics/statistics-search.ts';

/** What pictures can be grouped by: what the statistics are, or nothing. */
export const studioGroupings = ['nothing', ...groupings] as const;

/** Reads what the studio is asked for from the address; anything it does not know is left out. */
export const studioSearch = statisticsSearch.extend({ groupBy: z.enum(studioGroupings).optional().catch(undefined) });

/** The studio's part of the address. */
export type StudioSearch = z.infer<typeof studioSearch>;

/** What the studio is asked for, as the API names it. */
export function studioQueryOf({ groupBy, ...filters }: StudioSearch) {
  if (groupBy !== 'nothing') return statisticsQueryOf({ ...filters, groupBy });
  const { groupBy: _, ...query } = statisticsQueryOf(filters);
  return query;
}
