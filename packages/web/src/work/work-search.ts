import { z } from 'zod';
import { firstPage } from '../paging/paged.ts';

/** Whose cases: all that need the role, those I have, those of my office, those nobody has. */
export const scopes = ['all', 'mine', 'office', 'unassigned'] as const;
/** Kinds of things that need somebody. */
export const kinds = ['approval', 'deadline', 'step', 'notice'] as const;

/** Reads the filters of the queue from the address. Anything it does not know is left out rather than refused. */
export const workSearch = z.object({
  scope: z.enum(scopes).exclude(['all']).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  region: z.string().optional().catch(undefined),
  overdue: z.literal('true').optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
  page: z.coerce.number().int().min(2).optional().catch(undefined),
});

/** The queue's part of the address. */
export type WorkSearch = z.infer<typeof workSearch>;

/** The address without any filter. */
export const withoutFilters: WorkSearch = firstPage<WorkSearch>({
  scope: undefined,
  kind: undefined,
  region: undefined,
  overdue: undefined,
});

/** Whether anything narrows the queue. */
export function isFiltered({ scope, kind, region, overdue }: WorkSearch): boolean {
  return [scope, kind, region, overdue].some((filter) => filter !== undefined);
}
