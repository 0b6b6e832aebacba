import { z } from 'zod';
import { dayOf, isZone } from '../../calendar.ts';
import { coverage } from '../../deadlines/working-days.ts';
import { type Procedure, procedure } from '../procedure.ts';
import { repeated } from './codes.ts';
import type { FaultFinder, ProcedureFault } from './fault.ts';
import { type Part, partsAt } from './parts.ts';

const yearRule = procedure.shape.calendar.shape.years.element;

/** A zone that there is not, and years of the calendar that contradict each other or themselves. */
export const calendarFaults: FaultFinder = (document) => [
  ...partsAt(document, '/zone', z.string())
    .filter(({ value }) => !isZone(value))
    .map(
      ({ pointer, value }): ProcedureFault => ({
        pointer,
        code: 'unknown-time-zone',
        detail: `${value} is no time zone; take one of the IANA database, such as Asia/Shanghai`,
      }),
    ),
  ...repeated(partsAt(document, '/calendar/years/*/year', yearRule.shape.year)).map(
    ({ pointer, value }): ProcedureFault => ({
      pointer,
      code: 'calendar-year-twice',
      detail: `gives ${value} again; put all its days into one entry`,
    }),
  ),
  ...partsAt(document, '/calendar/years/*', yearRule).flatMap(faultsOfYear),
];

/** Working days that cannot be counted: the calendar covers neither the year of an instant nor any later one. */
export function uncoveredYears({ calendar, deadlines, zone }: Procedure, now: string): ProcedureFault[] {
  const counted = Object.values(deadlines).some(({ count }) => count === 'working');
  const covered = coverage(calendar);
  const year = Number(dayOf(now, zone).slice(0, 4));
  if (!counted || covered === 'every-year' || covered.some((one) => one >= year)) return [];
  return [
    {
      pointer: '/calendar',
      code: 'calendar-covers-no-coming-year',
      detail: `does not say which days are working days from ${year} on, and deadlines count them; add the holidays and make-up days of ${year} to years`,
    },
  ];
}

function faultsOfYear({
  pointer,
  value: { year, holidays, makeUpDays },
}: Part<z.infer<typeof yearRule>>): ProcedureFault[] {
  const named = { holidays, makeUpDays };
  const days = partsAt(named, '/*/*', z.string());
  return [
    ...days
      .filter(({ value }) => !value.startsWith(`${year}-`))
      .map(
        (day): ProcedureFault => ({
          pointer: pointer + day.pointer,
          code: 'calendar-day-of-another-year',
          detail: `${day.value} is not in ${year}; move it to the entry of its year`,
        }),
      ),
    ...['/holidays/*', '/makeUpDays/*'].flatMap((list) =>
      repeated(partsAt(named, list, z.string())).map(
        (day): ProcedureFault => ({
          pointer: pointer + day.pointer,
          code: 'calendar-day-twice',
          detail: `names ${day.value} again; name each day once`,
        }),
      ),
    ),
    ...partsAt(named, '/makeUpDays/*', z.string())
      .filter(({ value }) => holidays.includes(value))
      .map(
        (day): ProcedureFault => ({
          pointer: pointer + day.pointer,
          code: 'calendar-day-both',
          detail: `${day.value} is a holiday too; it can be one of them`,
        }),
      ),
  ];
}
