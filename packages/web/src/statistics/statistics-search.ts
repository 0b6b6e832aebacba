import { z } from 'zod';
import { spans } from './course-search.ts';

/** What closures can be grouped by, as the API names it. */
export const groupings = [
  'region',
  'office',
  'grounds',
  'campaign',
  'cycle',
  'procedure',
  'origin',
  'letter',
  'power',
  'capacity',
] as const;

const text = z.string().optional().catch(undefined);
const yesOrNo = z.enum(['true', 'false']).optional().catch(undefined);

/** Reads what the statistics page is asked for from the address; anything it does not know is left out. */
export const statisticsSearch = z.object({
  groupBy: z.enum(groupings).optional().catch(undefined),
  region: text,
  office: text,
  grounds: text,
  campaign: text,
  cycle: z.coerce.number().int().positive().optional().catch(undefined),
  procedure: text,
  origin: text,
  letter: yesOrNo,
  power: yesOrNo,
  capacity: text,
  q: text,
  /** How many days the course goes back. */
  days: z.coerce
    .number()
    .pipe(z.union(spans.map((days) => z.literal(days))))
    .optional()
    .catch(undefined),
});

/** The statistics page's part of the address. */
export type StatisticsSearch = z.infer<typeof statisticsSearch>;

/** What closures can be grouped by. */
export type StatisticsFilter = (typeof groupings)[number];

/** What narrows figures down, by its name in the address. */
export const statisticsFilters = [...groupings, 'q'] as const;

/** What the page is asked for, as the API names it, and nothing else that its address says: there an office is one that is waited for, unless it ordered. */
export function statisticsQueryOf(search: StatisticsSearch) {
  const given = statisticsFilters.flatMap((name) =>
    search[name] === undefined ? [] : [[name === 'office' ? 'orderedBy' : name, search[name]] as const],
  );
  return { ...Object.fromEntries(given), groupBy: search.groupBy ?? 'region' };
}
