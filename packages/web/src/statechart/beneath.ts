import type { Place } from './geometry.ts';
import type { Line } from './layout.ts';

/** The line of a way within a row of states, led beneath it along `lane`. */
export function beneath(start: Place, end: Place, lane: number): Line {
  const [leave, arrive] = start.x < end.x ? [0.65, 0.35] : [0.35, 0.65];
  return {
    leave: ['bottom', leave],
    bends: [
      [across(start, leave), lane],
      [across(end, arrive), lane],
    ],
    arrive: ['bottom', arrive],
  };
}

/** The x of a point so far along a place. */
export function across({ x, width }: Place, along: number): number {
  return x + width * along;
}
