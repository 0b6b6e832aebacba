import { z } from 'zod';

/** The columns that the list can be sorted by, as the API names them. */
export const sortKeys = ['status', 'name', 'region', 'since', 'days', 'waitingOn', 'deadline', 'changed'] as const;

/** Reads the board's filters from the address. Anything it does not know is left out rather than refused. */
export const boardSearch = z.object({
  status: z.string().optional().catch(undefined),
  region: z.string().optional().catch(undefined),
  waitingOn: z.string().optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
  page: z.coerce.number().int().positive().optional().catch(undefined),
});
