import { z } from 'zod';
import { procedureReference } from '../procedures/procedure.ts';
import { document, instant, line, listedCode, reference, text } from './values.ts';

/** Events of closing, lifting and reopening. `authority` and `legalBasis` may be `not stated`. */
export const closureEvents = {
  ClosureOrdered: z.strictObject({
    grounds: text,
    groundsCode: listedCode('grounds').optional(),
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
  /** Moves the open cycle to another procedure version. */
  ProcedureMigrated: z.strictObject({ procedure: procedureReference, reason: text }),
  OperationResumed: z.strictObject({ note: text.optional() }),
};
