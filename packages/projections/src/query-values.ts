import { instant } from '@rectify/engine/rectification';
import { z } from 'zod';

/** A query parameter that takes several values, so many at most: separated by commas, or given more than once. */
export function listOf<S extends z.ZodType<string, string>>(item: S, most = 100) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) => (typeof given === 'string' ? [given] : given).flatMap((part) => part.split(',')))
    .pipe(z.array(item).min(1).max(most));
}

/** A query parameter that takes several values, each given as it is: commas do not separate them. */
export const wholeValues = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat())
  .pipe(z.array(z.string().max(10_000)).min(1).max(100));

/** A query parameter that is `true` or `false`. */
export const yesOrNo = z.enum(['true', 'false']).transform((given) => given === 'true');

/** A whole number in a query parameter. */
export function wholeNumber(from: number, to: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(from).max(to));
}

/** The instants of a question, as query parameters. */
export const instantParameters = {
  asOf: instant.optional().meta({ description: 'What was true on this instant' }),
  knownAt: instant.optional().meta({ description: 'What was known at this instant' }),
};

/** The query of one thing: at which instants. */
export const instantQuery = z.strictObject(instantParameters);

/** Whether a list is counted where that takes longer than to answer a page of it. */
export const totalParameter = {
  total: z.literal('exact').optional().meta({
    description:
      'Count also at a past instant and where many mines could have the words: `total` is null there otherwise, unless all fits on one page',
  }),
};

/** How much of a list to answer. */
export const pageParameters = {
  limit: wholeNumber(1, 500).default(50),
  cursor: z.string().max(2000).optional().meta({ description: '`next` of the page before' }),
};
