import type { SendCommand, SentEvent } from '../commands.ts';
import type { Reason } from '../rectification/reason.ts';
import type { Rejection } from '../rejection.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignFact } from './campaign-event.ts';

/** Opening a campaign; `data` is a `CampaignOpened`, not yet checked, whose `campaignId` may be left out to have one made. */
export interface OpenCampaignCommand
  extends Omit<SentEvent, 'type'>,
    Pick<SendCommand, 'person' | 'commandId' | 'correlationId'> {}

/** An event of a campaign as someone sends it: not yet checked. */
export interface CampaignCommand extends SentEvent, Pick<SendCommand, 'person' | 'commandId' | 'correlationId'> {
  readonly campaignId: string;
}

/** Why nothing happened to a campaign. */
export type CampaignRejection =
  | Extract<Rejection, { code: 'invalid' | 'forbidden' | 'too-large' | 'key-reused' | 'unknown-event-type' }>
  | { readonly code: 'campaign-exists'; readonly campaignId: string }
  | { readonly code: 'unknown-campaign'; readonly campaignId: string }
  | { readonly code: 'illegal-transition' | 'condition-not-met'; readonly reasons: readonly Reason[] };

/** What became of an event of a campaign; `facts` are what it stored, also when the same command had done so before: `duplicate`. */
export type CampaignOutcome =
  | {
      readonly kind: 'accepted';
      readonly campaign: Campaign;
      readonly facts: readonly CampaignFact[];
      readonly duplicate: boolean;
    }
  | { readonly kind: 'rejected'; readonly rejection: CampaignRejection };
