import { groupSurvival, survivalAnswer } from '@rectify/analytics/answers';
import { mineStatus, operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { aboutAnswer } from '../about-answer.ts';
import { waitingParty } from '../status/mine-answer.ts';
import { closureOutcome } from './closure-answer.ts';
import { figuresExplained, lossesExplained, minesExplained } from './explain-answer.ts';
import { lostCapacity } from './lost-capacity-answer.ts';

const count = z.int().nonnegative();

/** A span of time, said three ways. */
export const span = z
  .object({
    milliseconds: z.number().nonnegative(),
    duration: z.string().meta({ description: 'ISO 8601, in days of 24 hours' }),
    days: z.number().nonnegative().meta({ description: 'Days of 24 hours, to one decimal' }),
  })
  .meta({ id: 'Span' });

/** By when, in days, so large a share is over. */
const byWhen = groupSurvival.shape.quartiles.shape.median;

/** What is known of one state of closures: how long they stay in it, and for whom it waits. */
export const timeInState = z.object({
  closures: count.meta({ description: 'Closures that have been in this state' }),
  now: count.meta({ description: 'Ongoing closures that are in it now' }),
  total: span.meta({ description: 'Time in this state so far, of all of them' }),
  mean: span.nullable().meta({ description: 'Mean time in this state of those that are not in it now' }),
  stays: count.meta({ description: 'How often a closure came into it: one can come more than once' }),
  staysGoingOn: count.meta({ description: 'Of those the ones that go on: right-censored' }),
  tenthPercentile: byWhen.meta({
    description: 'Days by which one of ten stays is over (Kaplan–Meier), those that go on being censored',
  }),
  firstQuartile: byWhen.meta({ description: 'Days by which a quarter of the stays are over, likewise' }),
  median: byWhen.meta({ description: 'Days by which half of the stays are over, likewise' }),
  thirdQuartile: byWhen.meta({ description: 'Days by which three quarters of the stays are over, likewise' }),
  ninetiethPercentile: byWhen.meta({ description: 'Days by which nine of ten stays are over, likewise' }),
  waitedOn: z
    .array(
      z.object({
        party: waitingParty,
        office: z.string().nullable(),
        milliseconds: z.number().nonnegative(),
        share: z.number().meta({ description: 'Of all the time in this state, from 0 to 1' }),
      }),
    )
    .meta({ description: 'On whom it waited, longest first' }),
});

/** How long it takes until closures end: times in days of 24 hours. */
export const closureSurvival = groupSurvival.omit({ group: true }).meta({
  id: 'ClosureSurvival',
  description:
    'How long mines stay shut, in days of 24 hours: Kaplan–Meier, with log-log limits. An end in any way is an event; who is still shut is censored',
});

/** What is counted and measured over a set of closures. */
export const figures = z.object({
  total: count.meta({ description: 'Closure cycles' }),
  small: z.boolean().meta({ description: 'Fewer than 5 closures: the figures say little' }),
  ongoing: count.meta({ description: 'Still shut: right-censored' }),
  ended: count.meta({ description: 'Ended in any way' }),
  byOutcome: z.record(closureOutcome, count),
  waitingOn: z
    .object({ owner: count, authority: count, nobody: count, byOffice: z.record(z.string(), count) })
    .meta({ description: 'On whom the ongoing closures wait' }),
  lateByOffice: z
    .record(z.string(), count)
    .meta({ description: 'Deadlines of each office that were put on record as passed in these closures' }),
  perState: z.partialRecord(operationState, timeInState),
  survival: closureSurvival,
  endedOnly: z
    .object({
      count: count.meta({ description: 'Closures that ended so that the mine may run again' }),
      notCounted: count.meta({ description: 'Still shut, and therefore not in these figures' }),
      decommissioned: count.meta({
        description: 'Ended by decommissioning: a competing outcome, not in these figures',
      }),
      mean: span.nullable(),
      median: span.nullable(),
    })
    .meta({ description: 'Of the closures that ended only: shorter than the truth while others are still shut' }),
  explain: figuresExplained.optional().meta({ description: 'With `explain=true`: what is counted, figure by figure' }),
});

/** How groups of closures compare. */
export const logRank = survivalAnswer.shape.logRank.meta({
  description:
    'Whether the groups end alike, those without a name left out; null where there are no two, or more than 50, to compare',
});

/** How the estimates are made. */
export const statisticsMethod = z
  .object({
    confidence: z.number().meta({ description: 'Of all limits, such as 0.95' }),
    resolution: z.enum(['exact', 'day']).meta({
      description:
        '`day`: durations are rounded up to whole days and times in states to hours, as there are more than 5 000 closures',
    }),
    event: z.string(),
    censored: z.string(),
    lateEntry: z.string(),
    survival: z.string(),
    quantiles: z.string(),
    restrictedMean: z.string(),
    incidence: z.string(),
    logRank: z.string(),
  })
  .meta({ id: 'StatisticsMethod', description: 'What counts as what, and the source of each formula' });

/** What closures can be grouped by. */
export const groupBy = z
  .enum(['region', 'office', 'grounds', 'campaign', 'cycle', 'procedure', 'origin', 'letter', 'power', 'capacity'])
  .meta({
    description:
      '`office` is that of whoever ordered the closure, `letter` whether a guarantee letter was demanded, `power` whether a direction about power was in force, `capacity` a band of installed capacity',
  });

/** Statistics of closures as answered. */
export const statisticsAnswer = figures
  .extend({
    mines: count.meta({ description: 'Mines that fit the filters about mines, shut or not' }),
    byStatus: z.record(mineStatus, count).meta({ description: 'Those mines by status' }),
    groupBy: groupBy.optional(),
    groups: z
      .array(
        figures.extend({ group: z.string().nullable().meta({ description: 'null: none, for instance no campaign' }) }),
      )
      .optional(),
    logRank: logRank.optional(),
    method: statisticsMethod,
    lostCapacity: lostCapacity.optional().meta({ description: 'Left out of what owners are told of a region' }),
    explainMines: minesExplained.optional().meta({ description: 'With `explain=true`: the mines that are counted' }),
    explainLostCapacity: lossesExplained
      .optional()
      .meta({ description: 'With `explain=true`: the reported losses that are counted' }),
    ...aboutAnswer,
  })
  .meta({ id: 'Statistics' });

/** A span of time. */
export type Span = z.infer<typeof span>;
/** {@link timeInState} as a type. */
export type TimeInState = z.infer<typeof timeInState>;
/** {@link closureSurvival} as a type. */
export type ClosureSurvival = z.infer<typeof closureSurvival>;
/** {@link statisticsMethod} as a type. */
export type StatisticsMethod = z.infer<typeof statisticsMethod>;
/** What is counted and measured over a set of closures. */
export type Figures = z.infer<typeof figures>;
/** {@link groupBy} as a type. */
export type GroupBy = z.infer<typeof groupBy>;
/** {@link statisticsAnswer} as a type. */
export type StatisticsAnswer = z.infer<typeof statisticsAnswer>;
