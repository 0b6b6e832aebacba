import { z } from 'zod';
import { itsMine } from './closure-answer.ts';

/** A deadline of an office that was put on record as passed, with the closure that it passed in. */
export const lateDeadline = z
  .object({
    ...itsMine,
    cycle: z.int().positive(),
    office: z.string().meta({ description: 'Whose deadline it was' }),
    rule: z.string().meta({ description: 'What it was for, such as `first-inspection`' }),
    subject: z.string().nullable().meta({ description: 'The id of what it was about, such as an appeal' }),
    dueOn: z.string().meta({ description: 'The last day on which it would have been kept' }),
    passedAt: z.string().meta({ format: 'date-time' }),
    recordedAt: z.string().meta({ description: 'When that was put on record', format: 'date-time' }),
  })
  .meta({ id: 'LateDeadline' });

/** {@link lateDeadline} as a type. */
export type LateDeadline = z.infer<typeof lateDeadline>;
