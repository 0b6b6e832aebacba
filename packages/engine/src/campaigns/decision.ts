import { getNextTransitions, transition } from 'xstate';
import type { Reason } from '../rectification/reason.ts';
import { type Campaign, campaignAfter, opened } from './campaign.ts';
import type { CampaignEvent, CampaignFact } from './campaign-event.ts';
import { reasonsAgainst } from './conditions.ts';
import { campaignChart } from './machine.ts';

/** What the campaign's statechart says of an event: the campaign after it, or every reason against it. */
export type CampaignDecision =
  | { readonly accepted: true; readonly campaign: Campaign }
  | {
      readonly accepted: false;
      readonly code: 'illegal-transition' | 'condition-not-met';
      readonly reasons: readonly Reason[];
    };

/** Decides whether an event may happen to a campaign, by its statechart. Pure. */
export function decideCampaign(campaign: Campaign, event: CampaignEvent): CampaignDecision {
  const snapshot = campaignChart.resolveState({ value: stateOf(campaign), context: campaign });
  if (!getNextTransitions(snapshot).some(({ eventType }) => eventType === event.type))
    return { accepted: false, code: 'illegal-transition', reasons: [noSuchStep(campaign, event)] };
  const reasons = reasonsAgainst(campaign, event);
  if (reasons.length > 0) return { accepted: false, code: 'condition-not-met', reasons };
  const [next] = transition(campaignChart, snapshot, event);
  return { accepted: true, campaign: next.context };
}

/** The state that a campaign is in. */
export function stateOf({ closed }: Pick<Campaign, 'closed'>): 'open' | 'closed' {
  return closed === null ? 'open' : 'closed';
}

/** Folds a campaign's facts, in order, without asking a guard; undefined where it was never opened. */
export function foldCampaign(facts: readonly CampaignFact[]): Campaign | undefined {
  return facts.reduce(applyToCampaign, undefined);
}

/** Folds one more fact onto a campaign, which its opening begins. */
export function applyToCampaign(campaign: Campaign | undefined, fact: CampaignFact): Campaign | undefined {
  if (campaign) return campaignAfter(campaign, fact);
  return fact.type === 'CampaignOpened' ? opened(fact) : undefined;
}

function noSuchStep(campaign: Campaign, { type }: CampaignEvent): Reason {
  return {
    code: 'campaign-closed',
    detail: `${type} is not possible: the campaign ${campaign.campaignId} is ${stateOf(campaign)}.`,
    who: 'nobody',
    about: campaign.campaignId,
  };
}
