const STEPS = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365];

/** The days that an axis names, from 0 on with equal steps between them, so many at most, the last one at or behind a day. */
export function namedDays(last: number, most: number): number[] {
  const enough = (step: number) => Math.ceil(last / step) < most;
  const step = STEPS.find(enough) ?? Math.ceil(last / (most - 1) / 365) * 365;
  return Array.from({ length: Math.max(1, Math.ceil(last / step)) + 1 }, (_, index) => index * step);
}
