import { z } from 'zod';
import { chosen, day, document, line, newId, text } from './values.ts';

const withReason = z.strictObject({ licenceId: chosen('licence'), reason: text });

/** Events of licences. */
export const licenceEvents = {
  LicenceApplied: z.strictObject({ licenceId: newId('L'), kind: line, document: document.optional() }),
  LicenceGranted: z.strictObject({ licenceId: newId('L'), kind: line, number: line, validUntil: day.optional() }),
  LicenceRefused: withReason,
  LicenceSuspended: withReason,
  LicenceReinstated: withReason,
  LicenceRevoked: withReason,
  LicenceExpired: z.strictObject({ licenceId: chosen('licence'), reason: text.optional() }),
  LicenceSurrendered: withReason,
};
