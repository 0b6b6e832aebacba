import { z } from 'zod';

/** Reads from the address of a case which form is open. Anything it does not know is left out rather than refused. */
export const caseSearch = z.object({
  /** The event whose form is open. */
  act: z
    .string()
    .regex(/^[A-Z][A-Za-z]+$/)
    .optional()
    .catch(undefined),
  /** The request that it answers. */
  request: z.string().optional().catch(undefined),
});
