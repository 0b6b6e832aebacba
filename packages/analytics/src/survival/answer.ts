import { z } from 'zod';

const limit = z.number().nullable();

const count = z.int().nonnegative();

const estimate = z.object({
  value: z.number(),
  standardError: z.number().nullable().describe('null where it is not defined: of a survival that has come to 0'),
  lower: limit.describe('null where the probability is 0 or 1'),
  upper: limit.describe('null where the probability is 0 or 1'),
});

const byWhen = z
  .object({ value: limit, lower: limit, upper: limit })
  .describe('by when so large a share has ended; null where the curve, or its limit, does not come down so far');

/** The survival of one group as data. */
export const groupSurvival = z.object({
  group: z.string().nullable().describe('null where there are no groups'),
  n: count,
  events: count.describe('how many ended'),
  censored: count.describe('how many had not ended when they were last seen'),
  quartiles: z.object({ first: byWhen, median: byWhen, third: byWhen }),
  restrictedMean: z
    .object({ upTo: z.number(), value: z.number(), standardError: z.number() })
    .nullable()
    .describe('the mean, what lasts longer than `upTo` counting as that long; null of no observations'),
  survival: z
    .array(
      z.object({
        time: z.number(),
        atRisk: count.describe('watched just before this time and not ended'),
        events: count.describe('since the time before in this list, this time included'),
        censored: count.describe('since the time before in this list, this time included'),
        survival: estimate.nullable().describe('null after the last time of all, where nobody was watched'),
      }),
    )
    .describe('at each time at which one ended, or at the times asked for'),
  outcomes: z
    .array(
      z.object({
        outcome: z.string(),
        events: count,
        incidence: z.array(z.object({ time: z.number(), incidence: estimate.nullable() })),
      }),
    )
    .describe('competing outcomes and their cumulative incidence, at the same times as the survival'),
});

/** Survival by group, and how the groups compare, as data. Times are in the unit they were given in. */
export const survivalAnswer = z.object({
  confidence: z.number().describe('of all limits, such as 0.95'),
  groups: z.array(groupSurvival),
  logRank: z
    .object({
      statistic: z.number().describe('chi-squared'),
      degreesOfFreedom: count,
      pValue: z.number(),
      groups: z.array(z.object({ group: z.string(), n: count, observed: count, expected: z.number() })).readonly(),
    })
    .nullable()
    .describe('null where there are no two groups to compare'),
});

/** {@link groupSurvival} as a type. */
export type GroupSurvival = z.infer<typeof groupSurvival>;

/** {@link survivalAnswer} as a type. */
export type SurvivalAnswer = z.infer<typeof survivalAnswer>;
