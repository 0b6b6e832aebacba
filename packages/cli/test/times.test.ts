import { describe, expect, test } from '@jest/globals';
import { beijing, later, span } from '../src/print/times.ts';

const at = (occurredAt: string, occurredAtPrecision: 'instant' | 'day' | 'month' = 'instant') => ({
  occurredAt,
  occurredAtPrecision,
});

describe('times as people read them', () => {
  test('an instant is shown in Beijing time, as exactly as it is known', () => {
    expect(beijing('2018-11-04T16:30:00Z')).toBe('2018-11-05 00:30');
    expect(beijing('2018-11-05T00:00:00+08:00', 'day')).toBe('2018-11-05');
    expect(beijing('2018-11-30T16:00:00Z', 'month')).toBe('2018-12');
  });

  test('a span has its largest unit, and the next one while that is small', () => {
    expect([0, 1000, 90_000, 3_600_000, 100_800_000, 259_200_000, 864_000_001].map(span)).toEqual([
      'less than a second',
      '1 second',
      '1 minute',
      '1 hour',
      '1 day 4 hours',
      '3 days',
      '10 days',
    ]);
  });

  test('the time between two events is no more exact than both are known', () => {
    const start = at('2018-11-05T00:00:00+08:00');
    expect(later(start, at('2018-11-08T00:00:00+08:00'))).toBe('3 days later');
    expect(later(start, start)).toBe('at the same moment');
    expect(later(start, at('2018-11-04T22:00:00+08:00'))).toBe('2 hours earlier');
    expect(later(at(start.occurredAt, 'day'), at('2018-11-05T23:00:00+08:00'))).toBe('the same day');
    expect(later(at(start.occurredAt, 'day'), at('2018-11-06T01:00:00+08:00'))).toBe('1 day later');
    expect(later(at('2018-07-01T00:00:00+08:00', 'month'), start)).toBe('4 months later');
  });
});
