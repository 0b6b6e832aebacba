import { z } from 'zod';
import { instantParameters, pageParameters } from '../query-values.ts';

/** The query of a mine's history, in the order recorded. */
export const historyQuery = z.strictObject({
  order: z.enum(['asc', 'desc']).default('asc').meta({ description: '`asc`: oldest first' }),
  ...pageParameters,
  ...instantParameters,
});

/** {@link historyQuery} as a type. */
export type HistoryQuery = z.output<typeof historyQuery>;
