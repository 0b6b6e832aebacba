import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayOf, daysBetween, endOfDay, inZone, isoDuration, milliseconds, startOfDay } from '../src/index.ts';
import { isZone, later } from '../src/rectification/calendar.ts';

const ZONE = 'Asia/Shanghai';

test('a day in China begins sixteen hours into the day before in Greenwich, and ends a millisecond before the next', () => {
  expect(dayOf('2018-11-04T15:59:59.999Z', ZONE)).toBe('2018-11-04');
  expect(dayOf('2018-11-04T16:00:00.000Z', ZONE)).toBe('2018-11-05');
  expect(startOfDay('2018-11-05', ZONE)).toBe('2018-11-05T00:00:00+08:00');
  expect(endOfDay('2018-11-05', ZONE)).toBe('2018-11-05T23:59:59.999+08:00');
  expect(inZone('2018-11-04T16:00:00Z', ZONE)).toBe('2018-11-05T00:00:00+08:00');
});

test('days are counted over months and years, and backwards', () => {
  expect(addDays('2018-12-31', 60)).toBe('2019-03-01');
  expect(daysBetween('2018-11-05', '2019-11-05')).toBe(365);
  expect(daysBetween('2018-11-05', '2018-10-31')).toBe(-5);
});

test('a span is told in days of 24 hours and what is left of them', () => {
  expect([0, 1, 90_061_000, 40 * 86_400_000].map(isoDuration)).toEqual(['PT0S', 'PT0.001S', 'P1DT1H1M1S', 'P40D']);
  expect(() => isoDuration(0.5)).toThrow(RangeError);
});

test('every span is written as the calendar writes it', () => {
  const asTheCalendar = (milliseconds: number) =>
    Temporal.Duration.from({ milliseconds }).round({ largestUnit: 'day', smallestUnit: 'millisecond' }).toString();
  fc.assert(
    fc.property(
      fc.integer({ min: -4e12, max: 4e12 }),
      fc.constantFrom(1, 10, 1000, 60_000, 3_600_000, 86_400_000),
      (span, unit) => {
        const whole = span - (span % unit);
        expect(isoDuration(whole)).toBe(asTheCalendar(whole));
      },
    ),
  );
});

test('what is no instant has no place in time', () => {
  expect(() => milliseconds('yesterday')).toThrow(new RangeError('"yesterday" is not an instant'));
  expect(later('2018-11-05T00:00:00+08:00', '2018-11-04T17:00:00Z')).toBe('2018-11-04T17:00:00Z');
});

test('a zone has to be one that days can be reckoned in', () => {
  expect([ZONE, 'UTC', 'Mars/Olympus', ''].map(isZone)).toEqual([true, true, false, false]);
});
