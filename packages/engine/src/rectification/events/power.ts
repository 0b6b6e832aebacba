import { z } from 'zod';
import { chosen, day, line, newId, quantity, reference, region, text } from './values.ts';

const directionId = chosen('direction');
const withReason = z.strictObject({ directionId, reason: text });

/** What a power direction leaves the owner to choose from. */
const alternative = z.enum(['relocate', 'curtail']);

/** Events of power directions and of moving the site. */
export const powerEvents = {
  PowerDirectionIssued: z
    .strictObject({
      directionId: newId('P'),
      alternatives: z.array(alternative).min(1).max(2),
      dueOn: day,
      cap: quantity.optional(),
    })
    .refine(({ alternatives }) => new Set(alternatives).size === alternatives.length, {
      path: ['alternatives'],
      error: 'must not name an alternative twice',
    }),
  PowerDirectionWithdrawn: withReason,
  PowerDirectionBreached: withReason,
  PowerCurtailed: z.strictObject({ directionId, to: quantity }),
  CurtailmentVerified: z.strictObject({ directionId }),
  CurtailmentEnded: withReason,
  RelocationStarted: z.strictObject({ directionId: directionId.optional(), destination: text }),
  RelocationAbandoned: z.strictObject({ reason: text }),
  RelocationCompleted: z.strictObject({ site: line, region, successor: reference.optional() }),
};
