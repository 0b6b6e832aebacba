import type { Procedure } from '../procedures/procedure.ts';
import { chineseYear, chineseYears, type SpecialDays } from './public-holidays.ts';

/** Which days are working days, as a procedure says it. */
export type WorkingCalendar = Procedure['calendar'];

/** A due day depends on a year of which the calendar does not say which days are working days. */
export class CalendarNotCovered extends Error {
  override readonly name = 'CalendarNotCovered';
  readonly year: number;
  constructor(year: number) {
    super(
      `The calendar does not say which days of ${year} are working days. ` +
        `Publish a procedure version whose calendar.years holds the holidays and make-up days of ${year}.`,
    );
    this.year = year;
  }
}

/**
 * The day, `YYYY-MM-DD`, on which so many working days have followed a day, which does not count itself; with a positive count it is a
 * working day.
 * @throws CalendarNotCovered where a day before it, or it, lies in a year without calendar
 */
export function workingDaysAfter(day: string, count: number, calendar: WorkingCalendar): string {
  const date = new Date(day);
  for (let left = count; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (isWorkingDay(dayOf(date), calendar)) left -= 1;
  }
  return dayOf(date);
}

/** Whether a day, `YYYY-MM-DD`, is a working day. @throws CalendarNotCovered */
export function isWorkingDay(day: string, calendar: WorkingCalendar): boolean {
  const year = Number(day.slice(0, 4));
  const special = specialDays(year, calendar);
  if (!special) throw new CalendarNotCovered(year);
  const weekday = new Date(day).getUTCDay();
  return special.isMakeUpDay(day) || (weekday >= 1 && weekday <= 5 && !special.isHoliday(day));
}

/** What a calendar covers: every year, or those listed, in order. */
export function coverage({ base, years }: WorkingCalendar): 'every-year' | readonly number[] {
  if (base === 'weekdays') return 'every-year';
  return [...new Set([...chineseYears(), ...years.map(({ year }) => year)])].sort((a, b) => a - b);
}

/** Whether a calendar says which days of a year are working days. */
export function coversYear(calendar: WorkingCalendar, year: number): boolean {
  return specialDays(year, calendar) !== undefined;
}

/** A procedure's own entry replaces the base for its year. */
function specialDays(year: number, { base, years }: WorkingCalendar): SpecialDays | undefined {
  const own = years.find((entry) => entry.year === year);
  if (own) {
    const { holidays, makeUpDays } = own;
    return { isHoliday: (day) => holidays.includes(day), isMakeUpDay: (day) => makeUpDays.includes(day) };
  }
  return base === 'weekdays' ? noSpecialDays : chineseYear(year);
}

const noSpecialDays: SpecialDays = { isHoliday: () => false, isMakeUpDay: () => false };

/** A date without a time is kept as midnight UTC, where every day has 24 hours. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
