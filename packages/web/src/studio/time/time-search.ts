import { z } from 'zod';
import { isDay } from '../../language/dates.ts';
import { studioSearch } from '../studio-search.ts';

/** How many days are played a second. */
export const speeds = [1, 2, 5] as const;

/** Reads what the time machine is asked for from the address; anything it does not know is left out. */
export const timeSearch = studioSearch.extend({
  /** A day to set beside the one that the page looks at. */
  beside: z.string().refine(isDay).optional().catch(undefined),
  /** Both times move together: the world as it was known then. */
  together: z.enum(['true']).optional().catch(undefined),
  speed: z.coerce
    .number()
    .pipe(z.union(speeds.map((speed) => z.literal(speed))))
    .optional()
    .catch(undefined),
});

/** The time machine's part of the address. */
export type TimeSearch = z.infer<typeof timeSearch>;
