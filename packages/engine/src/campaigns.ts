import type { SendCommand, SentEvent } from './commands.ts';
import type { EngineNeeds } from './engine.ts';
import { EventTooLarge, WrongExpectedRevision } from './event-store/errors.ts';
import { type CampaignOpened, campaignEvents } from './rectification/events/campaign.ts';
import { actorOf, type Person } from './rectification/roles.ts';
import type { Rejection } from './rejection.ts';
import { asJson, commandHash, ENGINE_VERSION } from './stored-event.ts';
import { validateAgainst } from './validation.ts';

/** Opening a campaign; `data` is a {@link CampaignOpened}, not yet checked. */
export interface OpenCampaignCommand
  extends Omit<SentEvent, 'type'>,
    Pick<SendCommand, 'person' | 'commandId' | 'correlationId'> {}

/** What became of opening a campaign. */
export type CampaignOutcome =
  | { readonly kind: 'accepted'; readonly campaign: CampaignOpened }
  | {
      readonly kind: 'rejected';
      readonly rejection:
        | Extract<Rejection, { code: 'invalid' | 'forbidden' | 'too-large' }>
        | { readonly code: 'campaign-exists'; readonly campaignId: string };
    };

/** The stream that holds a campaign's events. */
export function campaignStream(campaignId: string): string {
  return `campaign-${campaignId}`;
}

/** Opens a campaign: appends `CampaignOpened` to the campaign's own stream. A supervisor does it, in regions they act in. */
export async function openCampaign(
  { store, clock, newId }: EngineNeeds,
  { person, commandId, correlationId = commandId, ...sent }: OpenCampaignCommand,
): Promise<CampaignOutcome> {
  const now = clock();
  const valid = validateAgainst(campaignEvents.CampaignOpened, sent, now);
  if ('code' in valid) return { kind: 'rejected', rejection: valid };
  const { data: campaign, occurredAt = now, occurredAtPrecision, source } = valid;
  const forbidden = forbidsOpening(person, campaign);
  if (forbidden) return { kind: 'rejected', rejection: forbidden };
  const metadata = {
    campaignId: campaign.campaignId,
    occurredAt,
    occurredAtPrecision,
    recordedAt: now,
    actor: actorOf(person),
    source,
    commandId,
    commandHash: commandHash([{ ...sent, type: 'CampaignOpened' }], undefined),
    correlationId,
    causationId: commandId,
    engineVersion: ENGINE_VERSION,
  };
  const event = {
    eventId: newId(),
    type: 'CampaignOpened',
    data: asJson(campaign),
    metadata: asJson(metadata),
  };
  try {
    await store.append(campaignStream(campaign.campaignId), [event], 'no-stream');
    return { kind: 'accepted', campaign };
  } catch (error) {
    if (error instanceof EventTooLarge)
      return { kind: 'rejected', rejection: { code: 'too-large', bytes: error.bytes } };
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return { kind: 'rejected', rejection: { code: 'campaign-exists', campaignId: campaign.campaignId } };
  }
}

function forbidsOpening(
  { role, regions }: Person,
  campaign: CampaignOpened,
): Extract<Rejection, { code: 'forbidden' }> | undefined {
  const who = ['supervisor'];
  if (role !== 'supervisor')
    return { code: 'forbidden', detail: `As ${role} you cannot open a campaign: only supervisor can.`, who };
  const outside = regions === 'all' ? [] : campaign.regions.filter((region) => !regions.includes(region));
  if (outside.length === 0) return undefined;
  return { code: 'forbidden', detail: `You do not act in ${outside.join(', ')}.`, who };
}
