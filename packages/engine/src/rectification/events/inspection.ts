import { z } from 'zod';
import { chosen, day, document, instant, line, listedCode, newId, text } from './values.ts';

/** How the owner's side took part in the record of an inspection. */
const ownerSide = z.enum(['signed', 'refused', 'absent']);

/** Events of inspecting and of making good what an inspection found. */
export const inspectionEvents = {
  InspectionScheduled: z.strictObject({
    inspectionId: newId('I'),
    scheduledFor: z.union([instant, day]),
    office: line.optional(),
  }),
  InspectionStarted: z.strictObject({
    inspectionId: newId('I'),
    inspectorsPresent: z.int().positive().max(100).optional(),
  }),
  InspectionAbandoned: z.strictObject({ inspectionId: chosen('inspection'), reason: text }),
  CheckRecorded: z.strictObject({
    check: chosen('check'),
    outcome: z.enum(['pass', 'fail', 'not-applicable']),
    document: document.optional(),
    referenceNumber: line.optional(),
    heldBy: line.optional(),
    note: text.optional(),
  }),
  FindingRaised: z.strictObject({
    findingId: newId('F'),
    description: text,
    dueOn: day,
    check: chosen('check').optional(),
    /** One of the procedure's finding codes. */
    findingCode: listedCode('finding').optional(),
  }),
  FindingCleared: z.strictObject({ findingId: chosen('finding'), note: text.optional() }),
  InspectionFailed: z.strictObject({
    inspectionId: chosen('inspection'),
    summary: text.optional(),
    ownerSide: ownerSide.optional(),
  }),
  InspectionPassed: z.strictObject({
    inspectionId: chosen('inspection'),
    summary: text.optional(),
    ownerSide: ownerSide.optional(),
  }),
  RemediationDeclared: z.strictObject({
    evidence: z
      .array(z.strictObject({ findingId: chosen('finding'), document, note: text.optional() }))
      .min(1)
      .max(200),
  }),
  ExtensionRequested: z.strictObject({ findingId: chosen('finding'), dueOn: day, reason: text }),
  ExtensionRefused: z.strictObject({ findingId: chosen('finding'), reason: text }),
  RemediationExtended: z.strictObject({ findingId: chosen('finding'), dueOn: day, reason: text }),
};
