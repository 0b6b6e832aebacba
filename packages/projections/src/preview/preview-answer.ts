import { eventTypes } from '@rectify/engine/rectification';
import { z } from 'zod';
import { closureAnswer } from '../closures/closure-answer.ts';
import { reasonAnswer } from '../reason-answer.ts';
import { deadlineAnswer, mineAnswer } from '../status/mine-answer.ts';
import { eventAnswer } from '../timeline/event-answer.ts';

/** An event as it stands, or would stand, in the effective history. */
const standingEvent = eventAnswer
  .pick({ eventId: true, type: true, data: true, occurredAt: true, occurredAtPrecision: true, transition: true })
  .meta({ id: 'StandingEvent' });

/** How one event of the effective history changes. */
const changeAnswer = z
  .object({
    eventId: z.string(),
    type: z.enum(eventTypes),
    kind: z.enum(['added', 'voided', 'restored', 'corrected', 'led-elsewhere']).meta({
      description:
        '`led-elsewhere`: nothing is said of it, and it changes the state of the mine differently. The id of an `added` one is provisional',
    }),
    before: standingEvent.nullable().meta({ description: 'null: it does not stand before' }),
    after: standingEvent.nullable().meta({ description: 'null: it does not stand afterwards' }),
  })
  .meta({ id: 'EventChange' });

/** Where a mine stands: what a reader looks at first, and all that is due. */
const standingAnswer = mineAnswer
  .pick({
    status: true,
    state: true,
    cycle: true,
    shut: true,
    mayOperate: true,
    waitingOn: true,
    waitingOnOffice: true,
    openFindings: true,
    requirements: true,
    flags: true,
  })
  .extend({ deadlines: z.array(deadlineAnswer).meta({ description: 'Soonest first' }) })
  .meta({ id: 'Standing' });

/** One closure cycle before and after; a cycle is known by the event that began it. */
const closureChange = z
  .object({
    eventId: z.string(),
    before: closureAnswer.nullable(),
    after: closureAnswer.nullable(),
  })
  .meta({ id: 'ClosureChange' });

/** What an event would change if it were sent now and, under four eyes, granted at once. Nothing is stored. */
export const previewAnswer = z
  .object({
    type: z.enum(eventTypes),
    needsApproval: z.boolean().meta({ description: 'Another person would have to grant it' }),
    possible: z.boolean().meta({ description: 'It could be sent as it is' }),
    reasons: z.array(reasonAnswer).meta({ description: 'Everything that speaks against it' }),
    impossible: z
      .array(z.object({ event: standingEvent, reasons: z.array(reasonAnswer) }))
      .meta({ description: 'The events on file that would no longer be possible, as they would stand, and why' }),
    dependents: z
      .array(z.object({ eventId: z.string(), void: z.literal(true) }))
      .nullable()
      .meta({
        description:
          'What can be voided in the same `FactCorrected` to make it possible; null where that does not help, or nothing is in the way',
      }),
    changes: z.array(changeAnswer).meta({ description: 'In the order of the history' }),
    closures: z
      .array(closureChange)
      .meta({ description: 'Every closure cycle, those too that stay as they are; none where it is not possible' }),
    before: standingAnswer,
    after: standingAnswer.nullable().meta({ description: 'null where it is not possible' }),
    at: z.string().meta({ format: 'date-time', description: 'The instant of the preview: what is ongoing runs to it' }),
  })
  .meta({ id: 'EventPreview' });

/** {@link previewAnswer} as a type. */
export type PreviewAnswer = z.infer<typeof previewAnswer>;
/** {@link closureChange} as a type. */
export type ClosureChange = z.infer<typeof closureChange>;
/** {@link standingEvent} as a type. */
export type StandingEventAnswer = z.infer<typeof standingEvent>;
