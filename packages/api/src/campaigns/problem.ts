import type { CampaignRejection } from '@rectify/engine';
import { Problem } from '../problems.ts';
import { problemOf } from '../rejections.ts';

/** The problem that a campaign's refusal is answered with. */
export function campaignProblem(rejection: CampaignRejection): Problem {
  switch (rejection.code) {
    case 'unknown-campaign':
      return noSuchCampaign();
    case 'campaign-exists':
      return new Problem('conflict', {
        detail: `There is a campaign ${rejection.campaignId} already; choose another id, or leave it out to have one made.`,
      });
    case 'illegal-transition':
    case 'condition-not-met':
      return problemOf({ ...rejection, next: [] });
    default:
      return problemOf(rejection);
  }
}

/** There is no campaign of that id. */
export function noSuchCampaign(): Problem {
  return new Problem('not-found', { detail: 'There is no such campaign.' });
}
