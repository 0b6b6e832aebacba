import { eventTypes, operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { aboutAnswer } from '../about-answer.ts';
import { closureAnswer } from '../closures/closure-answer.ts';
import { mineAnswer } from '../status/mine-answer.ts';
import { changeKind } from './change-kind.ts';

const count = z.int().nonnegative();
const instant = z.string().meta({ format: 'date-time' });

/** How a mine stood at one of the two instants. */
const stood = mineAnswer
  .pick({ status: true, shut: true, waitingOn: true, waitingOnOffice: true })
  .extend({
    state: operationState,
    closure: closureAnswer
      .pick({ cycle: true, since: true, until: true, ongoing: true, outcome: true, duration: true, days: true })
      .nullable()
      .meta({ description: 'The current closure cycle, else the last one, measured up to that instant' }),
  })
  .meta({ id: 'MineStood' });

const ofAnEvent = { eventId: z.string(), type: z.enum(eventTypes) };
const values = z.record(z.string(), z.json()).nullable();

/** A correction, with what it says of each event. */
const correctionMade = z
  .object({
    eventId: z.string().meta({ description: 'The event that corrects' }),
    recordedAt: instant,
    reason: z.string(),
    corrected: z.array(
      z.object({
        ...ofAnEvent,
        void: z.boolean().meta({ description: 'It never happened' }),
        before: values.meta({ description: 'The values it changes, as they counted before; null when voided' }),
        after: values,
      }),
    ),
  })
  .meta({ id: 'CorrectionMade' });

/** An event put on record after what came after it. */
const backdatedEvent = z
  .object({ ...ofAnEvent, occurredAt: instant, recordedAt: instant })
  .meta({ id: 'BackdatedEvent' });

/** One mine that changed. */
const mineChange = z
  .object({
    mineId: z.string(),
    name: z.string(),
    region: z.string(),
    kinds: z.array(changeKind).min(1),
    before: stood.nullable().meta({ description: 'null: not registered, or not known' }),
    after: stood,
    corrections: z.array(correctionMade).meta({ description: 'On the axis of knowledge: what was corrected' }),
    backdated: z.array(backdatedEvent).meta({ description: 'On the axis of knowledge: what was put on record late' }),
  })
  .meta({ id: 'MineChange' });

const point = z.object({ asOf: instant, knownAt: instant });

/** A page of the mines that changed between two instants. */
export const changesAnswer = z
  .object({
    axis: z.enum(['world', 'knowledge']),
    before: point.meta({ description: 'What mines are compared at, first' }),
    after: point.meta({ description: 'and then' }),
    items: z.array(mineChange).meta({ description: 'In the order of their ids' }),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
    total: count,
    counts: z
      .record(changeKind, count)
      .meta({ description: 'Mines that changed in each way, whatever `kind` asks for; one can count more than once' }),
    ...aboutAnswer,
  })
  .meta({ id: 'Changes' });

/** {@link changesAnswer} as a type. */
export type ChangesAnswer = z.infer<typeof changesAnswer>;
/** One mine that changed. */
export type MineChange = z.infer<typeof mineChange>;
