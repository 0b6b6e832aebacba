import { daysBetween } from '@rectify/engine/rectification';
import { z } from 'zod';
import { closureFilters } from '../closures/closure-query.ts';
import { instantParameters, yesOrNo } from '../query-values.ts';

/** A course is answered for so many days at most: three years. */
export const MOST_DAYS = 1097;

const day = z.iso.date('must be a day such as 2018-11-05');

/** What a course can be grouped by. */
export const courseGroup = z
  .enum(['region', 'campaign'])
  .meta({ description: '`region` is that of the mine at the instant of the answer' });

/** The query of the course of closures, day by day. */
export const courseQuery = z
  .strictObject({
    ...closureFilters.omit({ from: true }).shape,
    from: day.meta({ description: 'The first day, Beijing time', format: 'date' }),
    to: day.optional().meta({
      description: 'The last day; that of the instant of the answer without it, and never a later one',
      format: 'date',
    }),
    groupBy: courseGroup.optional(),
    standing: yesOrNo
      .optional()
      .meta({ description: 'Tell too where those that are shut stand: closed, inspected or licensed' }),
    ...instantParameters,
  })
  .refine(({ from, to }) => to === undefined || from <= to, { message: 'must not be before `from`', path: ['to'] })
  .refine(({ from, to }) => to === undefined || daysBetween(from, to) < MOST_DAYS, {
    message: `must be at most ${MOST_DAYS} days from \`from\`: ask for three years at a time`,
    path: ['to'],
  });

/** {@link courseGroup} as a type. */
export type CourseGroup = z.infer<typeof courseGroup>;
/** {@link courseQuery} as a type. */
export type CourseQuery = z.output<typeof courseQuery>;
