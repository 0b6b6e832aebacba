import type { EventReader } from '../event-store/event-store.ts';
import type { Campaign } from './campaign.ts';
import { type CampaignFact, campaignFactOf, campaignStream } from './campaign-event.ts';
import { foldCampaign } from './decision.ts';

/** A campaign with the facts it is folded from. */
export interface KnownCampaign {
  readonly campaign: Campaign;
  readonly facts: readonly CampaignFact[];
  readonly revision: number;
  /** The position of its last event. */
  readonly position: string;
}

/** A campaign as it is stored now; undefined where there is none. @throws UnreadableFact */
export async function knownCampaign(
  store: Pick<EventReader, 'read'>,
  campaignId: string,
): Promise<KnownCampaign | undefined> {
  const facts: CampaignFact[] = [];
  for await (const batch of store.read(campaignStream(campaignId))) facts.push(...batch.map(campaignFactOf));
  const campaign = foldCampaign(facts);
  const last = facts.at(-1);
  return campaign && last && { campaign, facts, revision: last.revision, position: last.position };
}
