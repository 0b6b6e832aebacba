import { chartValue, eventTypes, mineStatus, ruleName } from '@rectify/engine/rectification';
import { z } from 'zod';
import { closureAnswer } from '../closures/closure-answer.ts';

const instant = z.string().meta({ description: 'An instant, ISO 8601 with offset', format: 'date-time' });

/** An amount with its unit. */
export const quantityAnswer = z.object({ amount: z.number(), unit: z.string() }).meta({ id: 'Quantity' });

/** Where a requirement stands. */
export const requirementStatus = z.enum(['missing', 'submitted', 'satisfied', 'returned', 'waived', 'lapsed']);

/** Who has to act next. */
export const waitingParty = z.enum(['owner', 'authority', 'nobody']);

const day = z.string().meta({ format: 'date' });

/** What is due: day inclusive, in the procedure's zone. */
export const deadlineAnswer = z
  .object({
    rule: ruleName,
    dueOn: day.nullable().meta({ format: 'date', description: 'null: it cannot be worked out, see `undated`' }),
    dueAt: instant.nullable().meta({ description: 'The last millisecond of that day', format: 'date-time' }),
    originalDueOn: day.nullable().meta({ format: 'date', description: 'Before any extension' }),
    undated: z
      .object({ code: z.literal('uncovered-year'), year: z.int() })
      .nullable()
      .meta({
        description: "Why there is no day: the procedure's calendar does not say which days of a year are worked",
      }),
    started: z.object({ type: z.enum(eventTypes), at: instant }).meta({ description: 'What made it run, and when' }),
    party: z.enum(['owner', 'authority']),
    office: z.string().nullable(),
    subject: z.string().nullable().meta({ description: 'The id or code it is about' }),
    cycle: z
      .int()
      .nonnegative()
      .nullable()
      .meta({ description: 'The closure cycle it belongs to; null: it outlasts cycles' }),
    overdue: z.boolean(),
    daysLate: z.int().nonnegative().meta({ description: '0 while it is not overdue' }),
  })
  .meta({ id: 'Deadline' });

/** A deadline with a day. */
export const datedDeadlineAnswer = deadlineAnswer
  .extend({ dueOn: day, dueAt: instant, originalDueOn: day, undated: z.null() })
  .meta({ id: 'DatedDeadline' });

/** What deserves attention; derived, never stored. statechart.md, "Requirements, licences, letters, flags". */
export const mineFlag = z.enum([
  'overdue',
  'order-not-served',
  'licence-lost',
  'requirement-lapsed',
  'letter-breached',
  'direction-breached',
  'appeal-late',
  'appeal-repeated',
  'licence-ending',
  'requirement-ending',
]);

/** A mine as answered. */
export const mineAnswer = z
  .object({
    mineId: z.string(),
    name: z.string(),
    region: z.string(),
    operator: z.object({ id: z.string(), name: z.string() }),
    capacity: quantityAnswer,
    status: mineStatus,
    state: chartValue,
    cycle: z.int().nonnegative().meta({ description: 'The current or last closure cycle; 0 before the first' }),
    shut: z.boolean(),
    mayOperate: z.boolean(),
    waitingOn: waitingParty,
    waitingOnOffice: z.string().nullable(),
    procedure: z.string(),
    closure: closureAnswer.nullable().meta({ description: 'The current closure cycle, else the last one' }),
    openFindings: z.int().nonnegative(),
    requirements: z.record(z.string(), requirementStatus),
    nextDeadline: datedDeadlineAnswer.nullable(),
    flags: z.array(mineFlag),
    assignee: z.string().nullable().meta({ description: 'Who has the case; null also to those who may not know' }),
    lastChange: z.object({ type: z.enum(eventTypes), occurredAt: instant }),
    revision: z.int().nonnegative().meta({ description: 'The last one visible to the caller' }),
    position: z.string(),
    asOf: instant.meta({ description: 'The instant at which it is true: the one asked for, else the present' }),
    knownAt: instant.meta({ description: 'The instant at which it is known: the one asked for, else the present' }),
  })
  .meta({ id: 'Mine' });

/** {@link mineAnswer} as a type. */
export type MineAnswer = z.infer<typeof mineAnswer>;
/** {@link deadlineAnswer} as a type. */
export type DeadlineAnswer = z.infer<typeof deadlineAnswer>;
/** {@link datedDeadlineAnswer} as a type. */
export type DatedDeadlineAnswer = z.infer<typeof datedDeadlineAnswer>;
/** {@link mineFlag} as a type. */
export type MineFlag = z.infer<typeof mineFlag>;
