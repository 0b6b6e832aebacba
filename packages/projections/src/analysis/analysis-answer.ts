import { groupSurvival } from '@rectify/analytics/answers';
import { operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { aboutAnswer } from '../about-answer.ts';
import { partyExplained, stateExplained, survivalExplained } from '../closures/explain-answer.ts';
import {
  closureSurvival,
  figures,
  groupBy,
  logRank,
  statisticsMethod,
  timeInState,
} from '../closures/statistics-answer.ts';
import { waitingParty } from '../status/mine-answer.ts';

const count = z.int().nonnegative();

const group = z.string().nullable().meta({ description: 'null: none, for instance no campaign' });

const small = z.boolean().meta({ description: 'Fewer than 5 closures: the figures say little' });

const explain = survivalExplained
  .optional()
  .meta({ description: 'With `explain=true`: what is counted, figure by figure' });

/** How long closures last, as curves. */
export const survivalAnalysis = z
  .object({
    small,
    survival: closureSurvival,
    explain,
    groupBy: groupBy.optional(),
    groups: z.array(z.object({ group, small, survival: closureSurvival, explain })).optional(),
    logRank: logRank.optional(),
    method: statisticsMethod,
    ...aboutAnswer,
  })
  .meta({ id: 'SurvivalAnalysis' });

/** How long the stays in a state last, as a distribution. */
const lengthsOfStays = z.object({
  small: z.boolean().meta({ description: 'Fewer than 5 stays: the figures say little' }),
  lastSeen: z.number().nullable().meta({
    description: 'The longest that a stay was watched, in days of 24 hours; null where none was watched',
  }),
  survival: groupSurvival.shape.survival.meta({
    description:
      'The share of the stays that go on after so many days: Kaplan–Meier, with log-log limits, those that go on being censored; at each time at which one was over, at no more than 100 of them, evenly chosen',
  }),
});

/** Where closures are held up, and by whom. */
export const bottleneckAnalysis = z
  .object({
    closures: count,
    explain: z
      .object({ closures: survivalExplained.shape.n })
      .optional()
      .meta({ description: 'With `explain=true`, also of each state and party: what is counted' }),
    states: z
      .array(timeInState.extend({ state: operationState, lengths: lengthsOfStays, explain: stateExplained.optional() }))
      .meta({ description: 'The states of closures, the one with most time first' }),
    parties: z
      .array(
        z.object({
          party: waitingParty,
          office: z.string().nullable(),
          milliseconds: z.number().nonnegative(),
          share: z.number().meta({ description: 'Of all the time of these closures, from 0 to 1' }),
          now: count.meta({ description: 'Ongoing closures that wait for it now' }),
          late: count.meta({ description: 'Its deadlines that were put on record as passed' }),
          explain: partyExplained.optional(),
        }),
      )
      .meta({ description: 'Whom closures waited for, longest first' }),
    method: statisticsMethod,
    ...aboutAnswer,
  })
  .meta({ id: 'BottleneckAnalysis' });

/** How closures on the same grounds went, by the office that ordered them. */
export const likeCases = z
  .object({
    grounds: z.string(),
    figures: figures.omit({ explain: true }),
    groups: z
      .array(figures.omit({ explain: true }).extend({ group }))
      .nullable()
      .meta({
        description:
          'By the office of whoever ordered them; null where an owner may not know, as one of them has fewer than 10 closures',
      }),
    logRank: logRank.optional(),
    method: statisticsMethod,
    ...aboutAnswer,
  })
  .meta({ id: 'LikeCases' });

/** {@link survivalAnalysis} as a type. */
export type SurvivalAnalysis = z.infer<typeof survivalAnalysis>;
/** {@link bottleneckAnalysis} as a type. */
export type BottleneckAnalysis = z.infer<typeof bottleneckAnalysis>;
/** {@link likeCases} as a type. */
export type LikeCases = z.infer<typeof likeCases>;
/** {@link lengthsOfStays} as a type. */
export type LengthsOfStays = z.infer<typeof lengthsOfStays>;
