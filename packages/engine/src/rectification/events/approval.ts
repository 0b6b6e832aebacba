import { z } from 'zod';
import { chosen, instant, newId, precision, source, text } from './values.ts';

/** An event as proposed by someone who may request it but not put it into effect alone. */
export const proposedEvent = z.strictObject({
  type: z.string(),
  data: z.record(z.string(), z.json()),
  occurredAt: instant.optional(),
  occurredAtPrecision: precision.optional(),
  source: source.optional(),
});

/** Events of four eyes: one person requests, another grants or declines. `ApprovalRequested` is written by the engine. */
export const approvalEvents = {
  ApprovalRequested: z.strictObject({
    approvalId: newId('Q'),
    event: proposedEvent,
    revision: z.int().min(-1),
  }),
  /** `oneOf`: of how many requests that were granted together, from one list, this is one. */
  ApprovalGranted: z.strictObject({ approvalId: chosen('approval'), oneOf: z.int().min(1).max(10_000_000).optional() }),
  ApprovalDeclined: z.strictObject({ approvalId: chosen('approval'), reason: text }),
  ApprovalWithdrawn: z.strictObject({ approvalId: chosen('approval'), reason: text.optional() }),
};

/** {@link proposedEvent} as a type. */
export type ProposedEvent = z.infer<typeof proposedEvent>;
