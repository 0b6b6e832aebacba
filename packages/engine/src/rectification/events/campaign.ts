import { z } from 'zod';
import { day, line, reference, region, text } from './values.ts';

/** What set a campaign off, as a short code such as `power-outage`. */
const trigger = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be a code of lower-case letters, digits and hyphens, such as power-outage');

/** Events of campaigns. They are in the campaign's own stream; a mine's `ClosureOrdered` names the campaign. */
export const campaignEvents = {
  CampaignOpened: z.strictObject({
    campaignId: reference,
    name: line,
    trigger,
    /** The day of the trigger; absent where it is not stated, and then nothing is drawn for it. */
    triggeredOn: day.optional(),
    regions: z.array(region).min(1).max(100),
    authority: line,
    legalBasis: text,
  }),
};

/** The data of a `CampaignOpened`. */
export type CampaignOpened = z.infer<typeof campaignEvents.CampaignOpened>;
