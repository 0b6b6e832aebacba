import { z } from 'zod';
import { closureFilters, estimateParameters, explanation } from '../closures/closure-query.ts';
import { groupBy } from '../closures/statistics-answer.ts';
import { instantParameters, yesOrNo } from '../query-values.ts';

const { from, to, at, horizon } = estimateParameters;

const explain = yesOrNo.optional().meta({ description: 'Answer for each figure the query of the list that it counts' });

/** The query of the survival of closures. */
export const survivalQuery = z.strictObject({
  ...closureFilters.shape,
  groupBy: groupBy.optional(),
  from,
  to,
  at: at.meta({ description: 'The days after the closing to estimate at, instead of each at which a closure ended' }),
  horizon,
  explain,
  ...instantParameters,
});

/** The query of where closures are held up. */
export const bottleneckQuery = z.strictObject({
  ...closureFilters.shape,
  from,
  to,
  explain: explanation,
  ...instantParameters,
});

/** The query of how like cases went: like those of a mine, or on some grounds. */
export const likeCasesQuery = z
  .strictObject({
    mine: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'Closed on the grounds of the last closure of this mine' }),
    grounds: z
      .string()
      .max(10_000)
      .optional()
      .meta({ description: 'Closed on these: their code, or their text where they have none' }),
    ...instantParameters,
  })
  .refine(({ mine, grounds }) => (mine === undefined) !== (grounds === undefined), {
    message: 'name either a mine or grounds',
    path: ['mine'],
  });

/** {@link survivalQuery} as a type. */
export type SurvivalQuery = z.output<typeof survivalQuery>;
/** {@link bottleneckQuery} as a type. */
export type BottleneckQuery = z.output<typeof bottleneckQuery>;
/** {@link likeCasesQuery} as a type. */
export type LikeCasesQuery = z.output<typeof likeCasesQuery>;
