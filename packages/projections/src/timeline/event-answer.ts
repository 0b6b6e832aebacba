import { chartValue, eventTypes, precision, role, source } from '@rectify/engine/rectification';
import { z } from 'zod';

const instant = z.string().meta({ description: 'An instant, ISO 8601 with offset', format: 'date-time' });
const data = z.record(z.string(), z.json());

/** Who acted: role and office always; the id only to those who may know it, or a pseudonym of it. */
export const actorAnswer = z.object({ role, office: z.string(), id: z.string().optional() }).meta({ id: 'Actor' });

/** What an event did to the statechart; `from` is null for the registration. */
const transitionAnswer = z.object({ from: chartValue.nullable(), to: chartValue }).meta({ id: 'Transition' });

/** The latest correction of an event: who made it, why, and what it changed. The original stays in the event itself. */
const correctionAnswer = z
  .object({
    by: z.string().meta({ description: 'The event that corrects it' }),
    reason: z.string(),
    recordedAt: instant,
    void: z.boolean().meta({ description: 'It was never true' }),
    before: data.nullable().meta({ description: 'The changed values as first recorded; null when void' }),
    after: data.nullable().meta({ description: 'The changed values as corrected; null when void' }),
  })
  .meta({ id: 'Correction' });

/** A recorded event as answered. `data` and the times are as recorded; `effective` is what counts where they differ. */
export const eventAnswer = z
  .object({
    eventId: z.string(),
    mineId: z.string(),
    type: z.enum(eventTypes),
    revision: z.int().nonnegative(),
    position: z.string(),
    data,
    occurredAt: instant,
    occurredAtPrecision: precision,
    recordedAt: instant,
    actor: actorAnswer,
    approvedBy: actorAnswer.optional().meta({ description: 'Who granted it, under four eyes' }),
    transition: transitionAnswer.nullable(),
    commandId: z.string().nullable().meta({ description: 'null where its sender is not shown' }),
    causationId: z.string().nullable(),
    correlationId: z.string().nullable(),
    source: source.optional(),
    procedure: z.string(),
    correction: correctionAnswer.optional(),
    effective: z
      .object({ data, occurredAt: instant, occurredAtPrecision: precision, transition: transitionAnswer })
      .optional()
      .meta({ description: 'What counts after corrections and backdated events, where it differs; absent when void' }),
  })
  .meta({ id: 'Event' });

/** {@link actorAnswer} as a type. */
export type ActorAnswer = z.infer<typeof actorAnswer>;
/** {@link eventAnswer} as a type. */
export type EventAnswer = z.infer<typeof eventAnswer>;
