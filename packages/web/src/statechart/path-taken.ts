import type { ChartValue } from '@rectify/engine/rectification';
import type { ChartStep, Region } from './chart-step.ts';

/** How often a state was entered, and when last; null where that was before the first step that is known. */
export interface Visits {
  readonly times: number;
  readonly last: Pick<ChartStep, 'at' | 'precision'> | null;
}

/** A way from one state of a region to another, and how often it was taken. */
export interface WayTaken<State extends string = string> {
  readonly from: State;
  readonly to: State;
  readonly times: number;
}

/** What a course did in one region. */
export interface PathTaken<State extends string = string> {
  readonly visits: ReadonlyMap<State, Visits>;
  readonly ways: readonly WayTaken<State>[];
}

/** The states entered and the ways taken in a region, from the steps of a course in the order they happened. */
export function pathTaken<R extends Region>(history: readonly ChartStep[], region: R): PathTaken<ChartValue[R]> {
  const visits = new Map<ChartValue[R], Visits>();
  const ways = new Map<string, WayTaken<ChartValue[R]>>();
  const enter = (state: ChartValue[R], last: Visits['last']) =>
    visits.set(state, { times: (visits.get(state)?.times ?? 0) + 1, last });

  const earlier = history[0]?.from?.[region];
  if (earlier !== undefined) enter(earlier, null);
  for (const { from: before, to: after, at, precision } of history) {
    const from = before?.[region];
    const to = after[region];
    if (from === to) continue;
    enter(to, { at, precision });
    if (from === undefined) continue;
    const key = `${from}>${to}`;
    ways.set(key, { from, to, times: (ways.get(key)?.times ?? 0) + 1 });
  }
  return { visits, ways: [...ways.values()] };
}
