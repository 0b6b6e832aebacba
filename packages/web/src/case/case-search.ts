import { z } from 'zod';

/** The parts of a case's file, in the order of the way to reopening. */
export const tabs = [
  'requirements',
  'checks',
  'findings',
  'deadlines',
  'licences',
  'letters',
  'power',
  'appeals',
  'documents',
  'assignment',
  'reports',
  'earlier',
] as const;

/** A part of a case's file. */
export type Tab = (typeof tabs)[number];

/** Reads from the address of a case which part of the file is shown, which form is open, and what is asked about its chart. Anything it does not know is left out rather than refused. */
export const caseSearch = z.object({
  tab: z.enum(tabs).optional().catch(undefined),
  /** The month of what is due, `YYYY-MM`. */
  month: z
    .string()
    .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
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
