import { z } from 'zod';
import { document, instant, line, reference, text } from './values.ts';

/** Events of closing, lifting and reopening. `authority` and `legalBasis` may be `not stated`. */
export const closureEvents = {
  ClosureOrdered: z.strictObject({
    grounds: text,
    groundsCode: reference.optional(),
    authority: line,
    legalBasis: text,
    number: line.optional(),
    appealRights: text.optional(),
    servedAt: instant.optional(),
    campaignId: reference.optional(),
  }),
  OrderServed: z.strictObject({
    servedAt: instant,
    method: line,
    document: document.optional(),
    refusedToSign: z.boolean().optional(),
  }),
  LiftRequested: z.strictObject({ reason: text }),
  LiftRefused: z.strictObject({ reason: text }),
  ClosureWithdrawn: z.strictObject({ reason: text }),
  ClosureQuashed: z.strictObject({ appealId: reference }),
  RequirementsCertified: z.strictObject({ note: text.optional() }),
  ReopeningAuthorised: z.strictObject({ note: text.optional() }),
  OperationResumed: z.strictObject({ note: text.optional() }),
};
