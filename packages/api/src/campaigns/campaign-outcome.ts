import type { CampaignFact, CampaignOutcome } from '@rectify/engine';
import {
  actorAnswer,
  actorFor,
  campaignAnswer,
  campaignDataFor,
  describeCampaign,
  type Viewer,
} from '@rectify/projections';
import { z } from 'zod';
import { Problem } from '../problems.ts';
import { campaignProblem } from './problem.ts';

/** An event of a campaign as answered. */
const campaignEvent = z
  .object({
    eventId: z.string(),
    campaignId: z.string(),
    type: z.string(),
    revision: z.int().nonnegative(),
    position: z.string(),
    data: z.record(z.string(), z.unknown()),
    occurredAt: z.string().meta({ format: 'date-time' }),
    recordedAt: z.string().meta({ format: 'date-time' }),
    actor: actorAnswer,
    commandId: z.string(),
  })
  .meta({ id: 'CampaignEvent' });

/** What was stored of a campaign. */
export const campaignStored = z
  .object({
    event: campaignEvent,
    campaign: campaignAnswer,
    duplicate: z.boolean().meta({ description: 'The same was sent before under this key; nothing was stored again' }),
  })
  .meta({ id: 'CampaignStored' });

/** {@link campaignStored} as a type. */
export type CampaignStored = z.infer<typeof campaignStored>;

/** What an event of a campaign is answered with. @throws Problem when nothing was stored */
export function answerCampaign(outcome: CampaignOutcome, viewer: Viewer): CampaignStored {
  if (outcome.kind === 'rejected') throw campaignProblem(outcome.rejection);
  const { campaign, facts, duplicate } = outcome;
  const [fact] = facts;
  if (!fact) throw new TypeError(`Nothing is stored of what happened to campaign ${campaign.campaignId}.`);
  return {
    event: describeEvent(fact, viewer),
    campaign: describeCampaign({ campaign, position: fact.position }, viewer),
    duplicate,
  };
}

/** The same for an opening, whose body is its data: pointers lead into it directly. @throws Problem */
export function answerOpening(outcome: CampaignOutcome, viewer: Viewer): CampaignStored {
  try {
    return answerCampaign(outcome, viewer);
  } catch (error) {
    if (!(error instanceof Problem) || !error.details.errors) throw error;
    const errors = error.details.errors.map(({ pointer, detail }) => ({
      pointer: pointer.replace(/^\/data(?=\/|$)/, ''),
      detail,
    }));
    throw new Problem(error.type, { ...error.details, errors });
  }
}

function describeEvent(fact: CampaignFact, viewer: Viewer): z.infer<typeof campaignEvent> {
  const { eventId, campaignId, type, revision, position, occurredAt, recordedAt, actor, commandId } = fact;
  return {
    eventId,
    campaignId,
    type,
    revision,
    position,
    data: campaignDataFor(viewer, fact),
    occurredAt,
    recordedAt,
    actor: actorFor(viewer, actor),
    commandId,
  };
}
