import { z } from 'zod';

/** How a mine changed between two instants. */
export const changeKind = z
  .enum([
    'registered',
    'closed',
    'reopened',
    'withdrawn',
    'quashed',
    'decommissioned',
    'moved',
    'corrected',
    'backdated',
    'other',
  ])
  .meta({
    description:
      '`moved`: it stands in another state; `corrected`: what was on record was corrected; `backdated`: something was put on record that came before what had been told already; `other`: none of these. `corrected` and `backdated` occur on the axis of knowledge alone',
  });

/** {@link changeKind} as a type. */
export type ChangeKind = z.infer<typeof changeKind>;
