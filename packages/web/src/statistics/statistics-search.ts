import { z } from 'zod';

/** What closures can be grouped by, as the API names it. */
export const groupings = ['region', 'campaign', 'cycle'] as const;

/** Reads what the statistics page is asked for from the address; anything it does not know is left out. */
export const statisticsSearch = z.object({
  groupBy: z.enum(groupings).optional().catch(undefined),
  region: z.string().optional().catch(undefined),
  campaign: z.string().optional().catch(undefined),
  cycle: z.coerce.number().int().positive().optional().catch(undefined),
});

/** The statistics page's part of the address. */
export type StatisticsSearch = z.infer<typeof statisticsSearch>;

/** A filter of the statistics page. */
export type StatisticsFilter = (typeof groupings)[number];
