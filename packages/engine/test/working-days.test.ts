import { describe, expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import {
  addDays,
  CalendarNotCovered,
  coverage,
  coversYear,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysAfter,
} from '../src/index.ts';

const china: WorkingCalendar = { base: 'china', years: [] };
const weekdays: WorkingCalendar = { base: 'weekdays', years: [] };
/** What a jurisdiction published of 2027, which the shipped calendar does not know. */
const of2027 = { year: 2027, holidays: ['2027-01-01', '2027-02-08'], makeUpDays: ['2027-02-06'] };
const chinaWith2027: WorkingCalendar = { base: 'china', years: [of2027] };

describe('working days of mainland China', () => {
  test('leave out Golden Week and the Mid-Autumn Festival, and count the Saturday and Sunday that make up for them', () => {
    expect(isWorkingDay('2018-09-24', china)).toBe(false); // a Monday, Mid-Autumn Festival
    expect(isWorkingDay('2018-09-29', china)).toBe(true); // a Saturday, worked
    expect(isWorkingDay('2018-09-30', china)).toBe(true); // a Sunday, worked
    for (let day = '2018-10-01'; day <= '2018-10-07'; day = addDays(day, 1))
      expect(isWorkingDay(day, china)).toBe(false);
    expect(isWorkingDay('2018-10-08', china)).toBe(true);
  });

  test('run on from the last one before Golden Week to the first one after it', () => {
    expect(workingDaysAfter('2018-09-20', 7, china)).toBe('2018-09-30');
    expect(workingDaysAfter('2018-09-30', 1, china)).toBe('2018-10-08');
    expect(workingDaysAfter('2018-10-03', 1, china)).toBe('2018-10-08');
  });

  test('run on over the New Year, whose days off reach back into the old one', () => {
    expect(workingDaysAfter('2018-12-28', 1, china)).toBe('2018-12-29'); // a Saturday, worked
    expect(workingDaysAfter('2018-12-29', 1, china)).toBe('2019-01-02');
  });
});

describe('a year without calendar', () => {
  test('is named with what to do about it, where a due day depends on it, and not before', () => {
    expect(workingDaysAfter('2026-12-25', 4, china)).toBe('2026-12-31');
    const needs2027 = () => workingDaysAfter('2026-12-25', 5, china);
    expect(needs2027).toThrow(CalendarNotCovered);
    expect(needs2027).toThrow(/2027.*Publish a procedure version whose calendar\.years/);
    expect(() => isWorkingDay('2003-10-01', china)).toThrow(expect.objectContaining({ year: 2003 }));
  });

  test("can be the procedure's own, which then counts alone", () => {
    expect(workingDaysAfter('2026-12-31', 1, chinaWith2027)).toBe('2027-01-04');
    expect(workingDaysAfter('2027-02-05', 2, chinaWith2027)).toBe('2027-02-09'); // Saturday the 6th is worked, Monday the 8th is not
    const own2018: WorkingCalendar = {
      base: 'china',
      years: [{ year: 2018, holidays: ['2018-10-01'], makeUpDays: [] }],
    };
    expect(workingDaysAfter('2018-09-28', 1, own2018)).toBe('2018-10-02');
  });

  test('is known beforehand: what the data holds, and what the procedure adds', () => {
    const shipped = coverage(china);
    expect(shipped).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(coverage(chinaWith2027)).toEqual([...(shipped === 'every-year' ? [] : shipped), 2027]);
    expect([2003, 2004, 2026, 2027].map((year) => coversYear(china, year))).toEqual([false, true, true, false]);
    expect(coversYear(chinaWith2027, 2027)).toBe(true);
  });

  test('does not exist where the week alone decides', () => {
    expect(coverage(weekdays)).toBe('every-year');
    expect(workingDaysAfter('2018-09-28', 1, weekdays)).toBe('2018-10-01');
    expect(workingDaysAfter('2031-01-03', 1, weekdays)).toBe('2031-01-06');
    expect(
      workingDaysAfter('2031-01-03', 1, {
        base: 'weekdays',
        years: [{ year: 2031, holidays: ['2031-01-06'], makeUpDays: ['2031-01-05'] }],
      }),
    ).toBe('2031-01-05');
  });
});

/** The same question answered in another way: the library's own answer, or the week alone. */
function isWorked(day: string, { base, years }: WorkingCalendar): boolean {
  const own = years.find(({ year }) => day.startsWith(`${year}-`));
  const weekend = ['Sat', 'Sun'].includes(new Date(day).toUTCString().slice(0, 3));
  if (own) return own.makeUpDays.includes(day) || (!weekend && !own.holidays.includes(day));
  return base === 'china' ? chineseDays.isWorkday(day) : !weekend;
}

describe('whatever the day and the number', () => {
  const day = fc
    .integer({ min: 0, max: 22 * 365 })
    .map((days) => addDays('2004-01-01', days))
    .filter((date) => date < '2026-06-01');
  const some = fc.integer({ min: 1, max: 60 });
  const calendar = fc.constantFrom(china, weekdays, chinaWith2027);

  test('the day reached is a working day, and so many of them lie on the way, counted one by one', () => {
    fc.assert(
      fc.property(day, some, calendar, (from, count, by) => {
        const reached = workingDaysAfter(from, count, by);
        expect(isWorked(reached, by)).toBe(true);
        let counted = 0;
        for (let at = addDays(from, 1); at <= reached; at = addDays(at, 1)) counted += isWorked(at, by) ? 1 : 0;
        expect(counted).toBe(count);
      }),
    );
  });

  test('a later day or a longer time never ends earlier, and the parts of a time add up to the whole', () => {
    fc.assert(
      fc.property(day, some, some, calendar, (from, count, more, by) => {
        const reached = workingDaysAfter(from, count, by);
        expect(workingDaysAfter(addDays(from, 1), count, by) >= reached).toBe(true);
        expect(workingDaysAfter(from, count + more, by) > reached).toBe(true);
        expect(workingDaysAfter(reached, more, by)).toBe(workingDaysAfter(from, count + more, by));
      }),
    );
  });
});
