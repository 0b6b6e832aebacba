import { z } from 'zod';
import { day, line, mineId, operator, quantity, reference, region, text } from './values.ts';

/** Where the mine came from before; `stated` when it is only said so. */
const origin = z.strictObject({
  region: region.optional(),
  reason: text.optional(),
  stated: z.boolean().optional(),
  since: z.union([day, z.string().regex(/^\d{4}-\d{2}$/, 'must be a day or a month, YYYY-MM')]).optional(),
});

/** Events that bring a mine into the register, hand it to another operator, or take it out for good. */
export const registrationEvents = {
  MineRegistered: z.strictObject({
    mineId,
    name: line,
    region,
    operator,
    capacity: quantity,
    site: line.optional(),
    origin: origin.optional(),
  }),
  OperatorChanged: z.strictObject({ operator, reason: text }),
  MineDecommissioned: z.strictObject({ reason: text, successor: reference.optional() }),
};
