import { mineStatus, role } from '@rectify/engine/rectification';
import { z } from 'zod';

const count = z.int().nonnegative();

/** What kind of thing needs somebody. */
export const workKind = z.enum(['approval', 'deadline', 'step', 'notice']).meta({
  description:
    'A request to answer, something that is due, the next step of a case that waits for the office, or a deadline of another office that passed',
});

/** Something that needs the caller. */
export const workItemAnswer = z
  .object({
    mineId: z.string(),
    name: z.string(),
    region: z.string(),
    status: mineStatus,
    assignee: z.string().nullable().meta({ description: 'Who has the case' }),
    kind: workKind,
    rule: z.string().nullable().meta({ description: 'The rule of what is due, or the state that the case waits in' }),
    since: z.string().meta({ format: 'date-time', description: 'Since when it needs them' }),
    office: z.string().nullable(),
    subject: z.string().nullable().meta({ description: 'The id or code that it is about' }),
    dueOn: z.string().nullable().meta({ format: 'date' }),
    overdue: z.boolean(),
    approvalId: z.string().nullable(),
    event: z.string().nullable().meta({ description: 'The type of the event that was requested' }),
    requestedByRole: role.nullable().meta({ description: 'The role of whoever requested it' }),
  })
  .meta({ id: 'WorkItem' });

/** A page of somebody's queue: overdue first, then what is due next, then what is due on no day. */
export const workList = z
  .object({
    items: z.array(workItemAnswer),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
    total: count,
    overdue: count.meta({ description: 'How many of all are overdue' }),
    position: z.string().nullable(),
    asOf: z.string().meta({ format: 'date-time' }),
    knownAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'WorkList' });

/** {@link workItemAnswer} as a type. */
export type WorkItemAnswer = z.infer<typeof workItemAnswer>;
/** {@link workList} as a type. */
export type WorkList = z.infer<typeof workList>;
