import type { z } from 'zod';
import type { SentEvent } from '../commands.ts';
import { type Foreseen, foresee, type MineInQuestion } from '../foreseeing/foreseeing.ts';
import type { Present } from '../known-procedures.ts';
import { isKnowledgeEvent } from '../rectification/catalogue.ts';
import type { ProposedEvent } from '../rectification/events/approval.ts';
import { type EventData, type EventType, eventSchemas, isEventType } from '../rectification/events/events.ts';
import type { Person } from '../rectification/roles.ts';
import type { Fault, Rejection } from '../rejection.ts';
import { asJson } from '../stored-event.ts';
import { validateAgainst } from '../validation.ts';
import type { Campaign } from './campaign.ts';
import { againstCase } from './conditions.ts';

/** What is about one mine alone: its registration, and what names its events or requests. */
function isAboutOneMine(type: EventType): boolean {
  return type === 'MineRegistered' || isKnowledgeEvent(type);
}

/**
 * An event that can be sent to many mines of a campaign, checked as far as it is the same for all of them. A closing order names the
 * campaign, whether or not it was written in.
 */
export function eventForMany(
  { campaignId }: Pick<Campaign, 'campaignId'>,
  sent: SentEvent,
  now: string,
): ProposedEvent | Extract<Rejection, { code: 'invalid' | 'unknown-event-type' }> {
  const { type } = sent;
  if (!isEventType(type)) return { code: 'unknown-event-type', type };
  if (isAboutOneMine(type)) return wrong('/type', `${type} is about one mine alone and cannot be sent to many`);
  const data = type === 'ClosureOrdered' && isObject(sent.data) ? { campaignId, ...sent.data } : sent.data;
  const schema: z.ZodType<EventData> = eventSchemas[type];
  const valid = validateAgainst(schema, { ...sent, data }, now, (checked) =>
    'campaignId' in checked && checked.campaignId !== campaignId
      ? [{ pointer: '/data/campaignId', detail: `is another campaign than ${campaignId}` }]
      : [],
  );
  if ('code' in valid) return valid;
  const { occurredAt, source } = valid;
  const occurredAtPrecision = sent.occurredAtPrecision && valid.occurredAtPrecision;
  return {
    type,
    data: asJson(valid.data),
    ...(occurredAt !== undefined && { occurredAt }),
    ...(occurredAtPrecision && { occurredAtPrecision }),
    ...(source && { source }),
  };
}

/** Foresees what would become of an event that a run of a campaign sends to a mine. */
export function foreseeInCampaign(
  campaign: Campaign,
  event: ProposedEvent,
  person: Person,
  present: Present,
): (mine: MineInQuestion) => Foreseen {
  return (mine) => {
    const against = againstCase(campaign, mine.folded.mine, event.type);
    return against ? { outcome: 'refused', reasons: [against] } : foresee(mine, event, person, present);
  };
}

function wrong(pointer: string, detail: string): { readonly code: 'invalid'; readonly faults: readonly Fault[] } {
  return { code: 'invalid', faults: [{ pointer, detail }] };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
