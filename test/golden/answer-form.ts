import { operationState, precision, region } from '@rectify/engine';
import { closureAnswer, mineAnswer, mineDetail, mineFlag } from '@rectify/projections/answers';
import { z } from 'zod';
import { time } from './time.ts';

const day = z.iso.date();
const duration = z.string().regex(/^P/, 'must be an ISO 8601 duration, such as P6DT2H');
const quantity = mineAnswer.shape.capacity;
const { detail } = mineDetail.shape;
const appealDetail = detail.shape.appeals.element.shape;
const lostCapacity = detail.shape.lostCapacity.element.shape;

/** By id, or by code. */
function each<T extends z.ZodType>(value: T) {
  return z.record(z.string(), value).optional();
}

/** True, or left out. */
const yes = z.literal(true).optional();

/** Where a mine is in the three regions of the statechart; `none` is left out. */
const state = z.strictObject({
  operation: operationState,
  appeal: z.enum(['lodged.unstayed', 'lodged.stayed']).optional(),
  power: z.enum(['ordered', 'curtailed', 'relocating']).optional(),
});

/** Something that falls due, by the end of a day in Beijing. */
const deadline = z.strictObject({
  dueOn: day,
  rule: z.string(),
  party: z.enum(['owner', 'authority']),
  office: z.string().optional(),
  subject: z.string().optional(),
});

/** A closure cycle: domain.md, "Measures". `notAllowedToRun` is left out where it is the whole duration. */
const closure = z.strictObject({
  cycle: z.int().positive(),
  cause: closureAnswer.shape.cause,
  /** Where it is not rectification@1. */
  procedure: closureAnswer.shape.procedure.optional(),
  since: time,
  sincePrecision: precision.optional(),
  served: time.optional(),
  refusedToSign: yes,
  until: time.optional(),
  ongoing: yes,
  outcome: closureAnswer.shape.outcome.unwrap().optional(),
  appealOutcome: closureAnswer.shape.appealOutcome.unwrap().optional(),
  duration,
  days: z.int().nonnegative(),
  notAllowedToRun: duration.optional(),
  perState: z.partialRecord(operationState, duration),
  /** The owner, and each office of the authority. */
  waitedOn: z.record(z.string(), duration),
});

/** What a mine is like, as a golden history says it: whatever is none, empty or as registered is left out. */
export const answer = z.strictObject({
  state,
  cycle: mineAnswer.shape.cycle,
  mayOperate: z.boolean(),
  waitingOn: mineAnswer.shape.waitingOn,
  waitingOnOffice: z.string().optional(),
  flags: z.array(mineFlag).optional(),
  /** The due day of each open finding. */
  openFindings: each(day),
  /** Each requirement that is not missing. */
  requirements: each(z.enum(['submitted', 'satisfied', 'returned', 'waived', 'lapsed'])),
  licences: each(detail.shape.licences.element.shape.status),
  letters: each(detail.shape.letters.element.shape.status),
  appeals: each(
    z.strictObject({
      status: appealDetail.status,
      /** Where it is not the order. */
      against: appealDetail.against.exclude(['order']).optional(),
      repeated: yes,
      stay: appealDetail.stay.exclude(['none']).optional(),
    }),
  ),
  direction: z
    .strictObject({ directionId: z.string(), curtailedTo: quantity.optional(), verified: yes, breached: yes })
    .optional(),
  relocatingTo: z.string().optional(),
  scheduledInspection: z.strictObject({ inspectionId: z.string(), scheduledFor: z.string() }).optional(),
  runningInspection: z.string().optional(),
  /** The owner asked for the closure to be lifted, or for more time for findings, and waits for an answer. */
  liftRequested: yes,
  extensionsRequested: z.array(z.string()).optional(),
  /** What four-eyes requests wait for. */
  requested: z.array(z.string()).optional(),
  resumed: yes,
  assignee: z.string().optional(),
  /** Where they are not as registered. */
  operator: z.string().optional(),
  site: z.string().optional(),
  region: region.optional(),
  /** Names of documents on the file. */
  documents: z.array(z.string()).optional(),
  statements: z.array(z.string()).optional(),
  lostCapacity: z
    .array(
      z.strictObject({
        amountPerDay: lostCapacity.amountPerDay,
        approximate: yes,
        unit: lostCapacity.unit,
        scope: lostCapacity.scope,
        from: day,
        to: day.optional(),
      }),
    )
    .optional(),
  /** The soonest first; on one day by rule and subject. */
  deadlines: z.array(deadline).optional(),
  closures: z.array(closure).optional(),
});

/** {@link answer} as a type. */
export type Answer = z.infer<typeof answer>;
