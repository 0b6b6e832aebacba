import type { EngineNeeds } from '../engine.ts';
import { EventTooLarge, WrongExpectedRevision } from '../event-store/errors.ts';
import { later } from '../rectification/calendar.ts';
import type { Precision, Source } from '../rectification/events/values.ts';
import { type Actor, actorOf } from '../rectification/roles.ts';
import { asJson, ENGINE_VERSION } from '../stored-event.ts';
import { type Campaign, opened } from './campaign.ts';
import { type CampaignEvent, type CampaignFact, campaignStream } from './campaign-event.ts';
import type { CampaignOutcome, CampaignRejection } from './command.ts';
import { decideCampaign } from './decision.ts';
import { type KnownCampaign, knownCampaign } from './known-campaign.ts';

/** Whose command is being carried out on which campaign. */
export interface CampaignSender {
  readonly campaignId: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly hash: string;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
}

/** An event before it is decided; it occurs when it is recorded unless it says when. */
export type CampaignDraft = {
  [T in CampaignEvent['type']]: {
    readonly type: T;
    readonly data: Extract<CampaignEvent, { type: T }>['data'];
    readonly occurredAt?: string | undefined;
    readonly occurredAtPrecision?: Precision;
    readonly source?: Source | undefined;
  };
}[CampaignEvent['type']];

/** What a command comes to on a campaign as stored: events to be decided, or a refusal. */
export type CampaignPlan = readonly CampaignDraft[] | CampaignRejection;

/**
 * Carries a command out on a campaign: the same command again answers what it stored; else its events are decided in turn and stored in
 * one append, and decided again if another came first.
 */
export async function appendToCampaign(
  { store, clock, newId }: EngineNeeds,
  sender: CampaignSender,
  plan: (known: KnownCampaign | undefined, now: string) => CampaignPlan,
): Promise<CampaignOutcome> {
  const stream = campaignStream(sender.campaignId);
  for (;;) {
    const known = await knownCampaign(store, sender.campaignId);
    const before = (known?.facts ?? []).filter(
      ({ actor, commandId }) => actor.id === sender.actor.id && commandId === sender.commandId,
    );
    if (known && before.length > 0) return again(known, before, sender);
    const present = clock();
    const now = later(present, known?.facts.at(-1)?.recordedAt ?? present);
    const planned = plan(known, now);
    if ('code' in planned) return { kind: 'rejected', rejection: planned };
    const decided = decideAll(known?.campaign, planned, sender, now, newId);
    if ('code' in decided) return { kind: 'rejected', rejection: decided };
    const events = decided.map((event, index) => stored(event, planned[index], sender, now));
    try {
      await store.append(stream, events, known ? known.revision : 'no-stream');
    } catch (error) {
      if (error instanceof EventTooLarge)
        return { kind: 'rejected', rejection: { code: 'too-large', bytes: error.bytes } };
      if (!(error instanceof WrongExpectedRevision)) throw error;
      continue;
    }
    const after = await knownCampaign(store, sender.campaignId);
    const ids = new Set(events.map(({ eventId }) => eventId));
    if (!after) throw new TypeError(`The store does not give back what it stored of campaign ${sender.campaignId}.`);
    return {
      kind: 'accepted',
      campaign: after.campaign,
      facts: after.facts.filter(({ eventId }) => ids.has(eventId)),
      duplicate: false,
    };
  }
}

function again(
  known: KnownCampaign,
  facts: readonly CampaignFact[],
  { hash, commandId }: CampaignSender,
): CampaignOutcome {
  return facts[0]?.commandHash === hash
    ? { kind: 'accepted', campaign: known.campaign, facts, duplicate: true }
    : { kind: 'rejected', rejection: { code: 'key-reused', commandId } };
}

function decideAll(
  campaign: Campaign | undefined,
  drafts: readonly CampaignDraft[],
  { campaignId, actor }: CampaignSender,
  now: string,
  newId: () => string,
): CampaignEvent[] | CampaignRejection {
  let standing = campaign;
  const events: CampaignEvent[] = [];
  for (const draft of drafts) {
    const event: CampaignEvent = {
      ...draft,
      eventId: newId(),
      occurredAt: draft.occurredAt ?? now,
      actor: actorOf(actor),
    };
    events.push(event);
    if (!standing) {
      if (event.type !== 'CampaignOpened') return { code: 'unknown-campaign', campaignId };
      standing = opened(event);
      continue;
    }
    const decision = decideCampaign(standing, event);
    if (!decision.accepted) return { code: decision.code, reasons: decision.reasons };
    standing = decision.campaign;
  }
  return events;
}

function stored(
  { eventId, type, data, occurredAt, actor }: CampaignEvent,
  draft: CampaignDraft | undefined,
  { campaignId, commandId, hash, correlationId = commandId, causationId = commandId }: CampaignSender,
  now: string,
) {
  const metadata = {
    campaignId,
    occurredAt,
    occurredAtPrecision: draft?.occurredAtPrecision ?? 'instant',
    recordedAt: now,
    actor,
    source: draft?.source,
    commandId,
    commandHash: hash,
    correlationId,
    causationId,
    engineVersion: ENGINE_VERSION,
  };
  return { eventId, type, data: asJson(data), metadata: asJson(metadata) };
}
