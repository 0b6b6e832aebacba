import { eventTypes } from '@rectify/engine/rectification';
import { z } from 'zod';
import { actorAnswer } from '../timeline/event-answer.ts';

const instant = z.string().meta({ description: 'An instant, ISO 8601 with offset', format: 'date-time' });
const count = z.int().nonnegative();
const parameters = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const next = z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' });

/** Why something cannot happen. */
const reason = z.object({
  code: z.string(),
  detail: z.string(),
  who: z.string(),
  office: z.string().optional(),
  about: z.string().optional(),
});

/** How a case of a run ended; `waiting`: it is still to come. */
export const caseOutcome = z.enum(['waiting', 'stored', 'requested', 'refused']);

/** How many cases a preview foresees what of. */
const foreseenCounts = z.object({ accepted: count, needsApproval: count, refused: count }).meta({ id: 'Foreseen' });

/** One act on many mines, as answered. */
export const runAnswer = z
  .object({
    runId: z.string(),
    campaignId: z.string(),
    kind: z
      .enum(['event', 'grant'])
      .meta({ description: 'Sends an event to each mine, or grants the request of each' }),
    type: z.enum(eventTypes).meta({ description: 'The event that is sent, or whose requests are granted' }),
    count: count.meta({ description: 'How many cases it has' }),
    selection: z
      .object({ query: parameters, digest: z.string(), position: z.string(), foreseen: foreseenCounts })
      .nullable()
      .meta({ description: 'How the cases were selected; null for requests that waited' }),
    excluded: z.array(z.string()).meta({ description: 'Mines whose requests were left out' }),
    startedAt: instant,
    startedBy: actorAnswer,
    completedAt: instant.nullable(),
    outcomes: z
      .object({ waiting: count, stored: count, requested: count, refused: count })
      .meta({ description: 'How many cases ended how so far' }),
  })
  .meta({ id: 'Run' });

/** One case of a run, in the order of the run. */
export const runCase = z
  .object({
    mineId: z.string(),
    name: z.string().meta({ description: 'What the mine is called now' }),
    outcome: caseOutcome,
    approvalId: z.string().optional().meta({ description: 'The request that was granted, or that now waits' }),
    eventId: z.string().optional().meta({ description: 'The event that was stored' }),
    reasons: z.array(reason).optional().meta({ description: 'Why it was refused' }),
  })
  .meta({ id: 'RunCase' });

/** A run with a page of its cases. */
export const runReport = z
  .object({ run: runAnswer, items: z.array(runCase), next, total: count, position: z.string().nullable() })
  .meta({ id: 'RunReport' });

/** One case of a preview. */
export const foreseenCase = z
  .object({
    mineId: z.string(),
    name: z.string(),
    region: z.string(),
    status: z.string(),
    outcome: z.enum(['accepted', 'needs-approval', 'refused']),
    reasons: z.array(reason).optional(),
  })
  .meta({ id: 'ForeseenCase' });

/** What a bulk action would come to: how many cases, in which groups. */
export const foreseenTally = z.object({
  count: count.meta({ description: 'How many mines the query selects' }),
  foreseen: foreseenCounts,
  refusedBecause: z.record(z.string(), count).meta({ description: 'Refused cases by the code of a reason' }),
});

/** Requests that wait in a campaign, with a page of them. */
export const requestList = z
  .object({
    items: z.array(
      z.object({
        mineId: z.string(),
        name: z.string(),
        region: z.string(),
        approvalId: z.string(),
        type: z.enum(eventTypes),
        requestedBy: actorAnswer,
        requestedAt: instant,
        granters: z.array(z.string()).meta({ description: 'The roles that may grant it' }),
      }),
    ),
    next,
    total: count,
    position: z.string().nullable(),
  })
  .meta({ id: 'RequestList' });

/** {@link runAnswer} as a type. */
export type RunAnswer = z.infer<typeof runAnswer>;
/** {@link runReport} as a type. */
export type RunReport = z.infer<typeof runReport>;
/** {@link foreseenCase} as a type. */
export type ForeseenCase = z.infer<typeof foreseenCase>;
/** {@link foreseenTally} as a type. */
export type ForeseenTally = z.infer<typeof foreseenTally>;
/** {@link requestList} as a type. */
export type RequestList = z.infer<typeof requestList>;
