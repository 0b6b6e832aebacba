import { coversYear, isWorkingDay, type WorkingCalendar } from '@rectify/engine/rectification';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { knownDocument, procedureIn } from '../requests/procedure.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

const workingDaysQuery = z.strictObject({
  month: z
    .string()
    .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'must be a month such as 2018-11')
    .meta({ description: 'A month such as `2018-11`' }),
});

/** The days of a month and which of them are worked. */
export const workingDays = z
  .object({
    month: z.string(),
    days: z.array(
      z.object({
        day: z.string().meta({ format: 'date' }),
        working: z
          .boolean()
          .nullable()
          .meta({ description: 'Null where the calendar does not say which days of that year are worked' }),
      }),
    ),
  })
  .meta({ id: 'WorkingDays' });

/** {@link workingDays} as a type. */
export type WorkingDays = z.infer<typeof workingDays>;

/** The route that tells which days deadlines in working days count, by the calendar of a version of a procedure. */
export function workingDayRoutes({ engine }: AppNeeds): Pick<SignedInHandlers, 'readWorkingDays'> {
  return {
    readWorkingDays: async ({ request, response }) => {
      const { month } = readQuery(request, workingDaysQuery);
      const procedures = await engine.procedures();
      const { calendar } = knownDocument(procedures, procedureIn(request, procedures));
      writeJson(response, workingDays.parse({ month, days: daysOf(month, calendar) }));
    },
  };
}

function daysOf(month: string, calendar: WorkingCalendar): WorkingDays['days'] {
  const covered = coversYear(calendar, Number(month.slice(0, 4)));
  const [year = 0, number = 0] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}`;
    return { day, working: covered ? isWorkingDay(day, calendar) : null };
  });
}

/** What the documentation says of {@link workingDayRoutes}. */
export const workingDayOperations: Readonly<Record<'readWorkingDays', Operation>> = {
  readWorkingDays: {
    tag: 'Procedures',
    summary: 'Read the working days of a month',
    description: 'The days that a deadline in working days counts, holidays and make-up days considered.',
    query: workingDaysQuery,
    answers: { 200: { description: 'Every day of the month', schema: workingDays } },
    problems: ['unknown-procedure'],
  },
};
