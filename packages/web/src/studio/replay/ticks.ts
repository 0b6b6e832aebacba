import { DAY } from '../../language/durations.ts';
import type { Axis } from './axis.ts';

/** How many days apart ticks may be: single days, weeks and their like. */
const steps = [1, 2, 7, 14, 28, 91, 364, 1820];

/** What a label takes, in pixels. */
const LABEL_WIDTH = 72;

/** A place on the axis that is named. */
export interface Tick {
  readonly place: number;
  readonly share: number;
}

/**
 * Places on the axis to name: whole days, counted from `origin`, as far apart as their labels need. A stretch too short for one is named at its beginning; within
 * what is compressed there is none.
 */
export function ticksOf({ stretches, width }: Axis, origin: number): Tick[] {
  const apart = LABEL_WIDTH / width;
  const busy = stretches.filter(({ quiet, to, from }) => !quiet && to > from);
  const scale = busy[0] ? busy[0].size / (busy[0].to - busy[0].from) : 0;
  const every = (steps.find((days) => days * DAY * scale >= apart) ?? 3640) * DAY;
  const ticks: Tick[] = [];
  for (const { from, to, start } of busy) {
    const first = origin + Math.ceil((from - origin) / every) * every;
    const count = first > to ? 0 : Math.floor((to - first) / every) + 1;
    const places = count === 0 ? [from] : Array.from({ length: count }, (_, index) => first + index * every);
    for (const place of places) {
      const share = start + (place - from) * scale;
      const before = ticks.at(-1);
      const room = share <= 1 - apart || ticks.length === 0;
      if (room && (!before || share - before.share >= apart)) ticks.push({ place, share });
    }
  }
  return ticks;
}
