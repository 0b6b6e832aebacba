import { z } from 'zod';
import { groupings, statisticsQueryOf, statisticsSearch } from '../statistics/statistics-search.ts';

/** What pictures can be grouped by: what the statistics are, or nothing. */
export const studioGroupings = ['nothing', ...groupings] as const;

/** How many days after the closing like cases can be compared. */
export const daysCompared = [7, 30, 90, 180, 365] as const;

/** Reads what the studio is asked for from the address; anything it does not know is left out. */
export const studioSearch = statisticsSearch.extend({
  groupBy: z.enum(studioGroupings).optional().catch(undefined),
  /** Of like cases: how many days after the closing they are compared. */
  after: z.coerce
    .number()
    .pipe(z.union(daysCompared.map((days) => z.literal(days))))
    .optional()
    .catch(undefined),
});

/** The studio's part of the address. */
export type StudioSearch = z.infer<typeof studioSearch>;

/** What the studio is asked for, as the API names it. */
export function studioQueryOf({ groupBy, after: _, ...filters }: StudioSearch) {
  if (groupBy !== 'nothing') return statisticsQueryOf({ ...filters, groupBy });
  const { groupBy: __, ...query } = statisticsQueryOf(filters);
  return query;
}
