import { z } from 'zod';

/** How a case of a run can have ended. */
export const runOutcomes = ['waiting', 'stored', 'requested', 'refused'] as const;

/** Reads from the address which cases of a run are shown. */
export const runSearch = z.object({
  outcome: z.enum(runOutcomes).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
  page: z.coerce.number().int().min(2).optional().catch(undefined),
});

/** The address of a run. */
export type RunSearch = z.infer<typeof runSearch>;
