import { z } from 'zod';
import { actorAnswer } from '../timeline/event-answer.ts';
import { runAnswer } from './run-answer.ts';

const instant = z.string().meta({ description: 'An instant, ISO 8601 with offset', format: 'date-time' });
const day = z.string().meta({ format: 'date' });
const count = z.int().nonnegative();

/** Whether a campaign goes on. */
export const campaignState = z.enum(['open', 'closed']);

/** How many mines of a campaign stand where. */
const campaignCases = z
  .object({
    targeted: count.meta({ description: 'Mines that its runs were aimed at' }),
    untouched: count.meta({ description: 'Of those, the ones that no order and no request of the campaign is about' }),
    requested: count.meta({ description: 'An order of the campaign waits for another person' }),
    closed: count,
    inspected: count,
    licensed: count,
    reopened: count,
    withdrawn: count,
    quashed: count,
    decommissioned: count,
  })
  .meta({ id: 'CampaignCases', description: 'Shut by an order of the campaign, or how its last closure ended' });

/** A campaign as answered. */
export const campaignAnswer = z
  .object({
    campaignId: z.string(),
    name: z.string(),
    state: campaignState,
    trigger: z.string(),
    triggeredOn: day.nullable(),
    regions: z.array(z.string()),
    until: day.nullable().meta({ description: 'The last day it is planned for; null: open-ended' }),
    authority: z.string(),
    legalBasis: z.string(),
    openedAt: instant,
    openedBy: actorAnswer,
    extensions: z.array(
      z.object({
        regions: z.array(z.string()).optional(),
        until: day.optional(),
        reason: z.string(),
        at: instant,
        by: actorAnswer,
      }),
    ),
    closed: z.object({ at: instant, by: actorAnswer, reason: z.string() }).nullable(),
    runs: z.array(runAnswer),
    position: z.string().meta({ description: 'Of its last event' }),
  })
  .meta({ id: 'Campaign' });

/** A campaign as answered, with where its mines stand. */
export const campaignWithCases = campaignAnswer.extend({ cases: campaignCases }).meta({ id: 'CampaignWithCases' });

/** One campaign as answered by itself: with where its mines stand region by region. */
export const campaignInFull = campaignWithCases
  .extend({
    byRegion: z
      .record(z.string(), campaignCases)
      .meta({ description: 'The same by the region of each mine; it adds up to `cases`' }),
  })
  .meta({ id: 'CampaignInFull' });

/** A page of campaigns, the latest first. */
export const campaignList = z
  .object({
    items: z.array(campaignWithCases),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
    total: count,
    position: z.string().nullable(),
  })
  .meta({ id: 'CampaignList' });

/** {@link campaignState} as a type. */
export type CampaignState = z.infer<typeof campaignState>;
/** {@link campaignCases} as a type. */
export type CampaignCases = z.infer<typeof campaignCases>;
/** {@link campaignAnswer} as a type. */
export type CampaignAnswer = z.infer<typeof campaignAnswer>;
/** {@link campaignWithCases} as a type. */
export type CampaignWithCases = z.infer<typeof campaignWithCases>;
/** {@link campaignInFull} as a type. */
export type CampaignInFull = z.infer<typeof campaignInFull>;
/** {@link campaignList} as a type. */
export type CampaignList = z.infer<typeof campaignList>;
