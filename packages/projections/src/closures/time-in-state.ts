import { CENSORED, kaplanMeier, type Observation, quantile } from '@rectify/analytics';
import { type OperationState, operationState } from '@rectify/engine/rectification';
import { DAY } from './closure-survival.ts';
import { meanOf, spanOf, sum } from './spans.ts';
import type { Figures, TimeInState } from './statistics-answer.ts';
import type { StatisticsCase } from './statistics-case.ts';
import { type Wait, waitedOn } from './waits.ts';

/** One uninterrupted time of a closure in one state, as far as it lies in the window. */
interface Stay {
  readonly one: StatisticsCase;
  readonly from: number;
  readonly to: number;
  readonly waits: readonly Wait[];
}

/**
 * How long closures stay in each state, and for whom they wait in it: domain.md, "Measures". A stay that goes on is censored; one that began before the
 * window (`from`, in milliseconds) enters late.
 */
export function perStateOf(cases: readonly StatisticsCase[], from: number | undefined): Figures['perState'] {
  const stays = new Map<OperationState, Stay[]>(operationState.options.map((state) => [state, []]));
  for (const one of cases) for (const [state, stay] of staysOf(one, from)) stays.get(state)?.push(stay);
  const now = Map.groupBy(cases, (one) => one.now?.state);
  const perState: Figures['perState'] = {};
  for (const [state, all] of stays) {
    const there = now.get(state) ?? [];
    if (all.length > 0 || there.length > 0) perState[state] = timeIn(state, all, there, from);
  }
  return perState;
}

function timeIn(
  state: OperationState,
  stays: readonly Stay[],
  now: readonly StatisticsCase[],
  from: number | undefined,
): TimeInState {
  const byCase = Map.groupBy(stays, ({ one }) => one);
  const spans = new Map([...byCase].map(([one, all]) => [one, sum(all.map((stay) => within(stay, from)))]));
  for (const one of now) if (!spans.has(one)) spans.set(one, 0);
  const total = sum([...spans.values()]);
  const curve = kaplanMeier(stays.map((stay) => observationOf(stay, state, from)));
  return {
    closures: spans.size,
    now: now.length,
    total: spanOf(total),
    mean: meanOf([...spans].flatMap(([one, span]) => (one.now?.state === state ? [] : [span]))),
    stays: stays.length,
    median: quantile(curve, 0.5),
    ninetiethPercentile: quantile(curve, 0.9),
    waitedOn: waitedOn(stays.flatMap(({ waits }) => waits)),
  };
}

/** The stays of a closure that were not over before the window. */
function staysOf(one: StatisticsCase, begin = Number.NEGATIVE_INFINITY): [OperationState, Stay][] {
  const stays: [OperationState, Stay][] = [];
  for (const { state, waitingOn, from, to } of one.stretches) {
    if (to <= begin) continue;
    const wait = { waitingOn, milliseconds: to - Math.max(from, begin) };
    const [before, stay] = stays.at(-1) ?? [];
    if (stay && before === state) stays.splice(-1, 1, [state, { ...stay, to, waits: [...stay.waits, wait] }]);
    else stays.push([state, { one, from: beginningOf(one, state, from), to, waits: [wait] }]);
  }
  return stays;
}

/** When a closure came into the state that it is in at an instant. */
function beginningOf({ stretches }: StatisticsCase, state: OperationState, at: number): number {
  const before = stretches.filter(({ from }) => from <= at);
  const other = before.findLastIndex((stretch) => stretch.state !== state);
  return before[other + 1]?.from ?? at;
}

function within({ from, to }: Stay, begin = from): number {
  return to - Math.max(from, begin);
}

function observationOf({ one, from, to }: Stay, state: OperationState, begin: number | undefined): Observation {
  const goesOn = one.now?.state === state && to === one.until;
  return {
    time: (to - from) / DAY,
    entry: begin !== undefined && begin > from ? (begin - from) / DAY : undefined,
    outcome: goesOn ? CENSORED : 'left',
  };
}
