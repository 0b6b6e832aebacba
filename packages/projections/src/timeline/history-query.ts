import { z } from 'zod';
import { instantParameters, pageParameters } from '../query-values.ts';

/** `recorded`: every event as it was put on record, in that order; `effective`: what counts, in the order in which it happened. */
export const historyView = z.enum(['recorded', 'effective']);

/** The query of a mine's history. */
export const historyQuery = z.strictObject({
  view: historyView.default('recorded').meta({
    description:
      '`recorded`: as put on record and in that order, with its latest correction beside it; `effective`: corrected, without what was voided, in the order in which it happened',
  }),
  order: z.enum(['asc', 'desc']).default('asc').meta({ description: '`asc`: oldest first' }),
  ...pageParameters,
  ...instantParameters,
});

/** {@link historyQuery} as a type. */
export type HistoryQuery = z.output<typeof historyQuery>;
/** {@link historyView} as a type. */
export type HistoryView = z.infer<typeof historyView>;
