import { z } from 'zod';
import { proposedEvent } from './approval.ts';
import { day, line, mineId, reference, region, text } from './values.ts';

/** What set a campaign off, as a short code such as `power-outage`. */
const trigger = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be a code of lower-case letters, digits and hyphens, such as power-outage');

const regions = z.array(region).min(1).max(100);
const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 fingerprint: 64 hexadecimal digits');

/** The most mines that can be left out of requests granted together. */
const MAX_EXCLUDED = 1_000;

/** The mines whose requests are left out when a campaign's requests are granted together. */
export const exclusions = z.array(mineId).max(MAX_EXCLUDED);

/** What a run does to each of its cases: sends an event, or grants the request that waits there. */
const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), event: proposedEvent }),
  z.strictObject({ kind: z.literal('grant'), approvalType: z.string(), excluded: exclusions }),
]);

/** Events of campaigns. They are in the campaign's own stream; a mine's `ClosureOrdered` names the campaign. */
export const campaignEvents = {
  CampaignOpened: z.strictObject({
    campaignId: reference,
    name: line,
    trigger,
    /** The day of the trigger; absent where it is not stated, and then nothing is drawn for it. */
    triggeredOn: day.optional(),
    regions,
    /** The last day it is planned for; open-ended if absent. Nothing happens by itself when it has passed. */
    until: day.optional(),
    authority: line,
    legalBasis: text,
  }),
  CampaignExtended: z
    .strictObject({
      /** Further regions. */
      regions: regions.optional(),
      /** A later last day. */
      until: day.optional(),
      reason: text,
    })
    .refine(({ regions: further, until }) => further !== undefined || until !== undefined, {
      message: 'must name further regions or a later day',
      path: ['regions'],
    }),
  /**
   * Which mines a run is for: the query that selected them, how many, and a fingerprint of the list. Which they were is listed in
   * the run's own stream.
   */
  CampaignTargetsSelected: z.strictObject({
    runId: z.uuid(),
    /** The parameters of `GET /v1/mines`. */
    query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    count,
    digest: sha256,
    /** How far the log had come for it. */
    position: z.string(),
    /** What was foreseen of how many. */
    foreseen: z.strictObject({ accepted: count, needsApproval: count, refused: count }),
  }),
  CampaignRunStarted: z.strictObject({
    runId: z.uuid(),
    act,
    count: count.min(1),
    /** Where whoever started it acts: what is sent later is sent with these rights. */
    regions: z.union([z.literal('all'), z.array(region)]),
  }),
  CampaignRunCompleted: z.strictObject({ runId: z.uuid(), stored: count, requested: count, refused: count }),
  CampaignClosed: z.strictObject({ reason: text }),
};

/** The name of an event type of campaigns. */
export type CampaignEventType = keyof typeof campaignEvents;
/** The data of a campaign event of type `T`. */
export type CampaignEventData<T extends CampaignEventType = CampaignEventType> = z.infer<(typeof campaignEvents)[T]>;
/** The data of a `CampaignOpened`. */
export type CampaignOpened = CampaignEventData<'CampaignOpened'>;
/** What a run does to each of its cases. */
export type RunAct = z.infer<typeof act>;

/** One case of a run: a mine and, where a request is to be granted, which. */
export const target = z.strictObject({ mineId, approvalId: z.string().optional() });

const reason = z.object({
  code: z.string(),
  detail: z.string(),
  who: z.string(),
  office: z.string().optional(),
  about: z.string().optional(),
});

/** What became of one case of a run. */
export const caseReport = z.strictObject({
  mineId,
  /** The request that was granted or, for `requested`, that now waits for another person. */
  approvalId: z.string().optional(),
  outcome: z.enum(['stored', 'requested', 'refused']),
  /** The event that was stored. */
  eventId: z.string().optional(),
  /** Why it was refused. */
  reasons: z.array(reason).optional(),
});

/** Events of one run of a campaign, in a stream of its own: first its cases, then what became of them, in the same order. */
export const runEvents = {
  RunTargetsListed: z.strictObject({
    runId: z.uuid(),
    campaignId: reference,
    /** The place of the first of these, from 0. */
    from: count,
    targets: z.array(target).min(1),
  }),
  RunCasesReported: z.strictObject({
    runId: z.uuid(),
    campaignId: reference,
    from: count,
    cases: z.array(caseReport).min(1),
  }),
};

/** {@link target} as a type. */
export type Target = z.infer<typeof target>;
/** {@link caseReport} as a type. */
export type CaseReport = z.infer<typeof caseReport>;
