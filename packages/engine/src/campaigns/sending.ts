import { v5 as uuidFrom } from 'uuid';
import type { EngineNeeds } from '../engine.ts';
import { campaignEvents } from '../rectification/events/campaign.ts';
import type { Person, Role } from '../rectification/roles.ts';
import type { Rejection } from '../rejection.ts';
import { commandHash } from '../stored-event.ts';
import { validateAgainst } from '../validation.ts';
import { appendToCampaign, type CampaignPlan } from './appending.ts';
import type { CampaignCommand, CampaignOutcome, OpenCampaignCommand } from './command.ts';

type Forbidden = Extract<Rejection, { code: 'forbidden' }>;

const CAMPAIGN_IDS = '9b1f7f0c-58b5-5b0e-8a53-2f9a4c1f6d37';

/** Opens a campaign: a supervisor does it, in regions they act in. Its id is derived from person and key where none is given. */
export async function openCampaign(needs: EngineNeeds, command: OpenCampaignCommand): Promise<CampaignOutcome> {
  const { person, commandId, correlationId, ...sent } = command;
  const campaignId = chosenId(sent.data) ?? `C-${uuidFrom(JSON.stringify([person.id, commandId]), CAMPAIGN_IDS)}`;
  const hash = commandHash([{ ...sent, type: 'CampaignOpened' }], undefined);
  const data = typeof sent.data === 'object' && sent.data !== null ? { ...sent.data, campaignId } : sent.data;
  return appendToCampaign(needs, { campaignId, actor: person, commandId, hash, correlationId }, (known, now) => {
    const valid = validateAgainst(campaignEvents.CampaignOpened, { ...sent, data }, now);
    if ('code' in valid) return valid;
    const forbidden = forbids(person, 'open a campaign', valid.data.regions);
    if (forbidden) return forbidden;
    return known ? { code: 'campaign-exists', campaignId } : [{ type: 'CampaignOpened', ...valid }];
  });
}

/** Extends or closes a campaign. A supervisor does it, in regions they act in; what runs do to a campaign nobody sends. */
export async function sendCampaignEvent(needs: EngineNeeds, command: CampaignCommand): Promise<CampaignOutcome> {
  const { campaignId, person, commandId, correlationId, ...sent } = command;
  const hash = commandHash([sent], undefined);
  return appendToCampaign(needs, { campaignId, actor: person, commandId, hash, correlationId }, (known, now) => {
    if (!known) return { code: 'unknown-campaign', campaignId };
    return planned(sent, person, known.campaign.regions, now);
  });
}

function planned(
  { type, ...sent }: Omit<CampaignCommand, 'campaignId' | 'person' | 'commandId' | 'correlationId'>,
  person: Person,
  regions: readonly string[],
  now: string,
): CampaignPlan {
  if (type === 'CampaignExtended') {
    const valid = validateAgainst(campaignEvents.CampaignExtended, sent, now);
    if ('code' in valid) return valid;
    return forbids(person, 'extend a campaign', valid.data.regions ?? regions) ?? [{ type, ...valid }];
  }
  if (type === 'CampaignClosed') {
    const valid = validateAgainst(campaignEvents.CampaignClosed, sent, now);
    if ('code' in valid) return valid;
    return forbids(person, 'close a campaign', regions) ?? [{ type, ...valid }];
  }
  if (!Object.hasOwn(campaignEvents, type)) return { code: 'unknown-event-type', type };
  return { code: 'forbidden', detail: `You cannot send ${type}: it follows from opening or from a run.`, who: [] };
}

/** Why someone may not do something to a campaign in regions, which these roles may; undefined if they may. */
export function forbids(
  { role, regions: own }: Person,
  act: string,
  regions: readonly string[],
  who: readonly Role[] = ['supervisor'],
): Forbidden | undefined {
  if (!who.includes(role))
    return { code: 'forbidden', detail: `As ${role} you cannot ${act}: only ${who.join(' or ')} can.`, who };
  const outside = own === 'all' ? [] : regions.filter((region) => !own.includes(region));
  if (outside.length === 0) return undefined;
  return { code: 'forbidden', detail: `You do not act in ${outside.join(', ')}.`, who };
}

/** The id in the data of an opening, if it could be one: also a wrong one is taken up, to be refused by its schema. */
function chosenId(data: unknown): string | undefined {
  const given: unknown =
    typeof data === 'object' && data !== null && 'campaignId' in data ? data.campaignId : undefined;
  return typeof given === 'string' && given !== '' ? given : undefined;
}
