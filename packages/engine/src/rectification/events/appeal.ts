import { z } from 'zod';
import { chosen, newId, reference, text } from './values.ts';

const withReason = z.strictObject({ appealId: chosen('appeal'), reason: text });

/** What an appeal is directed against; the closing order unless stated. */
const against = z.strictObject({
  kind: z.enum(['order', 'direction', 'letter', 'refusal', 'return']),
  id: reference.optional(),
});

/** Events of appeals and stays. */
export const appealEvents = {
  AppealLodged: z.strictObject({
    appealId: newId('A'),
    grounds: text,
    against: z.union([against, z.enum(['order', 'direction', 'letter', 'refusal', 'return'])]).optional(),
  }),
  AppealWithdrawn: withReason,
  AppealDecided: z.strictObject({
    appealId: chosen('appeal'),
    decision: z.enum(['upheld', 'quashed', 'varied']),
    reason: text,
  }),
  StayRequested: withReason,
  StayRefused: withReason,
  StayGranted: withReason,
  StayEnded: withReason,
};
