import { z } from 'zod';
import { chosen, day, document, line, newId, text } from './values.ts';

const letterId = chosen('letter');

/** Events of guarantee letters, the undertakings of the domain. */
export const letterEvents = {
  GuaranteeLetterDemanded: z.strictObject({
    letterId: newId('G'),
    text,
    dueOn: day,
    reason: text.optional(),
    legalBasis: text.optional(),
    onBehalfOf: line.optional(),
  }),
  GuaranteeLetterSigned: z.strictObject({ letterId, document }),
  GuaranteeLetterAccepted: z.strictObject({ letterId }),
  GuaranteeLetterBreached: z.strictObject({ letterId, reason: text }),
  GuaranteeLetterDeclined: z.strictObject({ letterId, reason: text }),
  GuaranteeLetterWithdrawn: z.strictObject({ letterId, reason: text }),
};
