import { z } from 'zod';

/** What every answer over many mines says about itself: the shape of `about` in `instants.ts`. */
export const aboutAnswer = {
  position: z.string().nullable().meta({ description: 'How far the log had been folded; null: nothing yet' }),
  asOf: z.string().meta({ format: 'date-time' }),
  knownAt: z.string().meta({ format: 'date-time' }),
};
