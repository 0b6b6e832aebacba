import { z } from 'zod';
import { instantParameters, listOf, pageParameters, yesOrNo } from '../query-values.ts';
import { workKind } from './work-answer.ts';

/** The query of somebody's queue, as parameters. */
export const workQuery = z.strictObject({
  scope: z.enum(['mine', 'office', 'unassigned', 'all']).default('all').meta({
    description: 'Cases that I have, that are my office’s, that nobody has, or all that need my role',
  }),
  kind: listOf(workKind).optional(),
  region: listOf(z.string()).optional(),
  overdue: yesOrNo.optional(),
  ...pageParameters,
  ...instantParameters,
});

/** {@link workQuery} as a type. */
export type WorkQuery = z.output<typeof workQuery>;
