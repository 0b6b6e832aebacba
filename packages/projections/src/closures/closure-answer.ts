import { operationState, precision } from '@rectify/engine/rectification';
import { z } from 'zod';

const instant = z.string().meta({ description: 'An instant, ISO 8601 with offset', format: 'date-time' });
const milliseconds = z.number().nonnegative();

/** How a closure cycle ended; `null` in a closure while it is ongoing. Decommissioning competes with reopening. */
export const closureOutcome = z.enum(['reopened', 'withdrawn', 'quashed', 'decommissioned']);

/** One closure cycle as answered: domain.md, "Measures". An ongoing one is measured up to the answer's instant. */
export const closureAnswer = z
  .object({
    cycle: z.int().positive(),
    eventId: z.string().meta({ description: 'The event that began the cycle: its identity' }),
    cause: z.enum(['order', 'relocation']),
    since: instant,
    sincePrecision: precision,
    until: instant.nullable(),
    ongoing: z.boolean().meta({ description: 'Still shut at the instant of the answer: right-censored' }),
    outcome: closureOutcome.nullable(),
    duration: z.string().meta({ description: 'Exact length, ISO 8601' }),
    milliseconds,
    days: z.int().meta({ description: "Difference of local dates in the procedure's zone" }),
    notAllowedToRun: z.string().meta({ description: 'The duration without the time in which a stay let the mine run' }),
    perState: z
      .partialRecord(operationState, milliseconds)
      .meta({ description: 'Milliseconds in each operation state' }),
    waitedOn: z
      .object({ owner: milliseconds, offices: z.record(z.string(), milliseconds) })
      .meta({ description: 'Milliseconds waiting on the owner and on each office of the authority' }),
    grounds: z.string().nullable(),
    groundsCode: z.string().nullable(),
    authority: z.string().nullable(),
    legalBasis: z.string().nullable(),
    orderNumber: z.string().nullable(),
    appealRights: z.string().nullable(),
    served: z
      .object({ servedAt: instant, method: z.string(), refusedToSign: z.boolean(), recordedAt: instant })
      .nullable()
      .meta({ description: 'The service of the order on the owner, which starts the time for an appeal' }),
    campaignId: z.string().nullable(),
    underAppeal: z.boolean().meta({ description: 'An appeal against the order of this cycle is pending' }),
    appealOutcome: z.enum(['upheld', 'quashed', 'varied']).nullable(),
    procedure: z.string(),
  })
  .meta({ id: 'Closure' });

/** What lists say of the mine that something belongs to. */
export const itsMine = {
  mineId: z.string(),
  name: z.string(),
  region: z.string(),
  operator: z.object({ id: z.string(), name: z.string() }),
};

/** A closure in lists: with the mine it belongs to. */
export const listedClosure = closureAnswer.extend(itsMine).meta({ id: 'ListedClosure' });

/** {@link closureAnswer} as a type. */
export type ClosureAnswer = z.infer<typeof closureAnswer>;
/** {@link listedClosure} as a type. */
export type ListedClosure = z.infer<typeof listedClosure>;
