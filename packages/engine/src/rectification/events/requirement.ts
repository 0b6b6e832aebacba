import { z } from 'zod';
import { chosen, day, document, text } from './values.ts';

/** Events of the requirements for reopening. */
export const requirementEvents = {
  EvidenceSubmitted: z.strictObject({ requirement: chosen('requirement'), document, note: text.optional() }),
  RequirementSatisfied: z.strictObject({ requirement: chosen('requirement'), validUntil: day.optional() }),
  RequirementReturned: z.strictObject({ requirement: chosen('requirement'), reason: text }),
  RequirementWaived: z.strictObject({ requirement: chosen('requirement'), reason: text, expiresOn: day }),
  RequirementLapsed: z.strictObject({ requirement: chosen('requirement'), reason: text.optional() }),
};
