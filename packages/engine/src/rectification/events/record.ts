import { z } from 'zod';
import { day, document, instant, line, precision, reference, text, visibility } from './values.ts';

/** What a correction does to one earlier event: new values for some of its data, another time, or that it was never true. */
export const correction = z.union([
  z.strictObject({ eventId: z.uuid(), void: z.literal(true) }),
  z.strictObject({
    eventId: z.uuid(),
    patch: z.looseObject({ occurredAt: instant.optional(), occurredAtPrecision: precision.optional() }),
  }),
]);

/** Events that put something on the file: statements, documents, notes, who has the case, passed deadlines, corrections. */
export const recordEvents = {
  LostCapacityReported: z.strictObject({
    amountPerDay: z.number().positive().max(1e15),
    approximate: z.boolean().optional(),
    unit: line,
    scope: z.enum(['mine', 'campaign']),
    from: day,
    to: day.optional(),
  }),
  OwnerStatementFiled: z.strictObject({ text }),
  CaseAssigned: z.strictObject({ assignee: reference, note: text.optional() }),
  CaseHandedOver: z.strictObject({ assignee: reference, note: text.optional() }),
  DocumentAttached: z.strictObject({ document, visibility }),
  NoteAdded: z.strictObject({ text, visibility }),
  DeadlinePassed: z.strictObject({ rule: reference, dueOn: day, subject: reference.optional(), who: line.optional() }),
  FactCorrected: z.strictObject({ corrections: z.array(correction).min(1).max(1000), reason: text }),
};

/** One of a {@link recordEvents.FactCorrected}'s corrections. */
export type Correction = z.infer<typeof correction>;
