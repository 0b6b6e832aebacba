import { describe, expect, test } from '@jest/globals';
import {
  daysFrom,
  dayText,
  endOfLocalDay,
  isDay,
  localParts,
  shiftDay,
  shortDayText,
  shortTimeText,
  timeText,
} from '../src/language/dates.ts';

describe('dates are those of Beijing', () => {
  test('an instant late in the evening UTC is the next day there', () => {
    expect(localParts('2018-11-04T16:00:00Z')).toEqual({ day: '2018-11-05', time: '00:00' });
    expect(localParts('2018-11-05T23:59:59.999+08:00')).toEqual({ day: '2018-11-05', time: '23:59' });
  });

  test('a chosen day counts to its last moment, so six days lie between 5 and 11 November', () => {
    const asOf = localParts(endOfLocalDay('2018-11-11')).day;
    expect(daysFrom('2018-11-05', asOf)).toBe(6);
  });

  test('days move over the ends of months and years', () => {
    expect(shiftDay('2018-12-31', 1)).toBe('2019-01-01');
    expect(shiftDay('2020-03-01', -1)).toBe('2020-02-29');
  });

  test('only days that exist are days', () => {
    expect(isDay('2018-11-11')).toBe(true);
    expect([isDay('2018-02-30'), isDay('2018-11'), isDay('today'), isDay('')]).toEqual([false, false, false, false]);
  });
});

describe('dates as they are written', () => {
  test('in English', () => {
    expect(dayText('2018-11-05', 'en')).toBe('5 Nov 2018');
    expect(shortDayText('2018-11-05', 'en')).toBe('5 Nov');
    expect(shortTimeText('2018-11-05T06:02:00Z', 'en')).toBe('5 Nov, 14:02');
    expect(timeText('2018-11-05T06:02:00Z', 'instant', 'en')).toBe('5 Nov 2018, 14:02');
  });

  test('in Chinese', () => {
    expect(dayText('2018-11-05', 'zh-CN')).toBe('2018年11月5日');
    expect(shortDayText('2018-11-05', 'zh-CN')).toBe('11月5日');
    expect(shortTimeText('2018-11-05T06:02:00Z', 'zh-CN')).toBe('11月5日 14:02');
    expect(timeText('2018-11-05T06:02:00Z', 'instant', 'zh-CN')).toBe('2018年11月5日 14:02');
  });

  test('a time is never said more exactly than it is known', () => {
    expect(timeText('2018-11-05T00:00:00+08:00', 'day', 'en')).toBe('5 Nov 2018');
    expect(timeText('2018-07-01T00:00:00+08:00', 'month', 'en')).toBe('July 2018');
    expect(timeText('2018-07-01T00:00:00+08:00', 'month', 'zh-CN')).toBe('2018年7月');
  });
});
