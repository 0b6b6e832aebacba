import { mineStatus, operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { closureOutcome } from './closure-answer.ts';

const count = z.int().nonnegative();

/** A span of time, said three ways. */
const span = z
  .object({
    milliseconds: z.number().nonnegative(),
    duration: z.string().meta({ description: 'ISO 8601, in days of 24 hours' }),
    days: z.number().nonnegative().meta({ description: 'Days of 24 hours, to one decimal' }),
  })
  .meta({ id: 'Span' });

/** What is counted and measured over a set of closures. */
const figures = z.object({
  total: count.meta({ description: 'Closure cycles' }),
  ongoing: count.meta({ description: 'Still shut: right-censored' }),
  ended: count.meta({ description: 'Ended in any way' }),
  byOutcome: z.record(closureOutcome, count),
  waitingOn: z
    .object({ owner: count, authority: count, nobody: count, byOffice: z.record(z.string(), count) })
    .meta({ description: 'On whom the ongoing closures wait' }),
  lateByOffice: z
    .record(z.string(), count)
    .meta({ description: 'Deadlines of each office that were put on record as passed in these closures' }),
  perState: z.partialRecord(
    operationState,
    z.object({
      closures: count.meta({ description: 'Closures that have been in this state' }),
      now: count.meta({ description: 'Ongoing closures that are in it now' }),
      total: span.meta({ description: 'Time in this state so far, of all of them' }),
      mean: span.nullable().meta({ description: 'Mean time in this state of those that are not in it now' }),
    }),
  ),
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
});

/** What closures can be grouped by. */
export const groupBy = z.enum(['region', 'campaign', 'cycle', 'procedure']);

/** Statistics of closures as answered. */
export const statisticsAnswer = figures
  .extend({
    mines: count.meta({ description: 'Mines that fit the filters, shut or not' }),
    byStatus: z.record(mineStatus, count).meta({ description: 'Those mines by status' }),
    groupBy: groupBy.optional(),
    groups: z
      .array(
        figures.extend({ group: z.string().nullable().meta({ description: 'null: none, for instance no campaign' }) }),
      )
      .optional(),
    position: z.string().nullable(),
    asOf: z.string(),
    knownAt: z.string(),
  })
  .meta({ id: 'Statistics' });

/** A span of time. */
export type Span = z.infer<typeof span>;
/** What is counted and measured over a set of closures. */
export type Figures = z.infer<typeof figures>;
/** {@link groupBy} as a type. */
export type GroupBy = z.infer<typeof groupBy>;
/** {@link statisticsAnswer} as a type. */
export type StatisticsAnswer = z.infer<typeof statisticsAnswer>;
