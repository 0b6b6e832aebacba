import { z } from 'zod';
import { aboutAnswer } from '../about-answer.ts';
import { courseGroup } from './course-query.ts';

const count = z.int().nonnegative();

/** What happened to closures on one day. */
const courseDay = z.object({
  day: z.string().meta({ format: 'date', description: 'In `zone`' }),
  at: z.string().meta({
    format: 'date-time',
    description: 'The last millisecond of the day, or the instant of the answer if that is within the day',
  }),
  shut: count.meta({ description: 'Closures that went on at `at`' }),
  closed: count.meta({ description: 'Closures that began on the day' }),
  reopened: count,
  withdrawn: count,
  quashed: count,
  decommissioned: count.meta({ description: 'Closures that ended with the mine' }),
  standing: z.object({ closed: count, inspected: count, licensed: count }).optional().meta({
    description: 'With `standing=true`: where the mines of those that went on at `at` stood; it adds up to `shut`',
  }),
  becameInspected: count
    .optional()
    .meta({ description: 'With `standing=true`: how often one came to be inspected on the day' }),
  becameLicensed: count
    .optional()
    .meta({ description: 'With `standing=true`: how often one came to be licensed on the day' }),
});

/** How many mines were shut day by day, and what changed it. */
export const courseAnswer = z
  .object({
    zone: z.string().meta({ description: 'The time zone that days are of' }),
    days: z.array(courseDay),
    groupBy: courseGroup.optional(),
    groups: z
      .array(
        z.object({
          group: z.string().nullable().meta({ description: 'null: none, for instance no campaign' }),
          days: z.array(courseDay),
        }),
      )
      .optional()
      .meta({ description: 'The same days of each group; what they count adds up to the whole' }),
    ...aboutAnswer,
  })
  .meta({ id: 'Course' });

/** {@link courseAnswer} as a type. */
export type CourseAnswer = z.infer<typeof courseAnswer>;
/** One day of a course. */
export type CourseDay = z.infer<typeof courseDay>;
