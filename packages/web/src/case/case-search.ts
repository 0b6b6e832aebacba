import { z } from 'zod';

/** Reads from the address of a case which form is open, and what is asked about its chart. Anything it does not know is left out rather than refused. */
export const caseSearch = z.object({
  /** The event whose form is open. */
  act: z
    .string()
    .regex(/^[A-Z][A-Za-z]+$/)
    .optional()
    .catch(undefined),
  /** The request that it answers. */
  request: z.string().optional().catch(undefined),
  /** The state that the mine is not in and that is asked about, such as `operation:licensed`. */
  whyNot: z
    .string()
    .regex(/^(operation|appeal|power):[a-zA-Z.]+$/)
    .optional()
    .catch(undefined),
});
