import type { ReplayStep } from '../../replay/replay-steps.ts';
import { type Lane, placeOfStep } from './lanes.ts';

/** A place at which something happened to one mine or to several; nothing happened at the last, where the time looked at ends. */
export interface Moment {
  readonly place: number;
  readonly happened: readonly Happened[];
}

/** A step of one of the histories. */
export interface Happened {
  readonly mineId: string;
  readonly step: ReplayStep;
}

/** The moments of several histories in order, and the end of the one that reaches furthest. Without a lane there is none. */
export function momentsOf(lanes: readonly Lane[]): Moment[] {
  const at = new Map<number, Happened[]>();
  for (const lane of lanes) {
    for (const step of lane.steps) {
      const place = placeOfStep(lane, step);
      if (place >= lane.from) at.set(place, [...(at.get(place) ?? []), { mineId: lane.mineId, step }]);
    }
    if (!at.has(lane.end)) at.set(lane.end, []);
  }
  const moments = [...at].map(([place, happened]) => ({ place, happened })).toSorted((a, b) => a.place - b.place);
  return moments.filter(({ happened }, index) => happened.length > 0 || index === moments.length - 1);
}

/** The number of the last moment by a place, from 0; the first where all come later. */
export function momentBy(moments: readonly Moment[], place: number): number {
  return Math.max(
    moments.findLastIndex((moment) => moment.place <= place),
    0,
  );
}

/** The moment after or before one at which something happened to a mine; the same one where there is none. */
export function momentOfMine(moments: readonly Moment[], index: number, by: 1 | -1, mineId: string): number {
  for (let at = index + by; at >= 0 && at < moments.length; at += by) {
    if (moments[at]?.happened.some((happened) => happened.mineId === mineId)) return at;
  }
  return index;
}
