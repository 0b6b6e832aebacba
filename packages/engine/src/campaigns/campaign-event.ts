import { z } from 'zod';
import type { RecordedEvent } from '../event-store/event-store.ts';
import { type CampaignEventData, type CampaignEventType, campaignEvents } from '../rectification/events/campaign.ts';
import { instant, precision, source } from '../rectification/events/values.ts';
import { UnreadableFact } from '../rectification/fact.ts';
import { type Actor, actor } from '../rectification/roles.ts';

/** An event of a campaign as its statechart sees it. */
export interface CampaignEventOf<T extends CampaignEventType> {
  readonly type: T;
  readonly data: CampaignEventData<T>;
  readonly eventId: string;
  readonly occurredAt: string;
  readonly actor: Actor;
}

/** Any event of a campaign, discriminated by `type`. */
export type CampaignEvent = { [T in CampaignEventType]: CampaignEventOf<T> }[CampaignEventType];

/** What is stored beside the data of an event of a campaign or a run. */
export const campaignMetadata = z.object({
  campaignId: z.string(),
  occurredAt: instant,
  occurredAtPrecision: precision,
  recordedAt: instant,
  actor,
  source: source.optional(),
  /** The sender's key, scoped to actor and campaign: the same key has one effect. */
  commandId: z.string(),
  commandHash: z.string(),
  correlationId: z.string(),
  causationId: z.string(),
  engineVersion: z.string(),
});

/** A stored event of a campaign. */
export type CampaignFact = CampaignEvent &
  z.infer<typeof campaignMetadata> & { readonly revision: number; readonly position: string };

const prefix = 'campaign-';

/** The stream that holds a campaign's events. */
export function campaignStream(campaignId: string): string {
  return `${prefix}${campaignId}`;
}

/** Whether a stream holds a campaign's events. */
export function isCampaignStream(stream: string): boolean {
  return stream.startsWith(prefix);
}

const stored = z.discriminatedUnion('type', [
  z.object({ type: z.literal('CampaignOpened'), data: campaignEvents.CampaignOpened }),
  z.object({ type: z.literal('CampaignExtended'), data: campaignEvents.CampaignExtended }),
  z.object({ type: z.literal('CampaignTargetsSelected'), data: campaignEvents.CampaignTargetsSelected }),
  z.object({ type: z.literal('CampaignRunStarted'), data: campaignEvents.CampaignRunStarted }),
  z.object({ type: z.literal('CampaignRunCompleted'), data: campaignEvents.CampaignRunCompleted }),
  z.object({ type: z.literal('CampaignClosed'), data: campaignEvents.CampaignClosed }),
]);

/** Reads a stored event of a campaign, checked against its schemas. @throws UnreadableFact */
export function campaignFactOf(event: Omit<RecordedEvent, 'append'>): CampaignFact {
  const { stream, eventId, revision, position } = event;
  const parsed = stored.safeParse({ type: event.type, data: event.data });
  const around = campaignMetadata.safeParse(event.metadata);
  if (parsed.success && around.success) return { ...parsed.data, ...around.data, eventId, revision, position };
  const fault = parsed.error ?? around.error;
  throw new UnreadableFact(
    `event ${revision} of ${stream} (${event.type}) cannot be read: ${fault ? z.prettifyError(fault) : ''}`,
  );
}
