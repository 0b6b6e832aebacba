import { CENSORED } from '@rectify/analytics';
import { type OperationState, operationState } from '@rectify/engine/rectification';
import { type Alike, alike } from './alike.ts';
import type { ClosureTally, Resolution, StateTally } from './closure-tally.ts';
import { DAY } from './spans.ts';
import type { StatisticsCase } from './statistics-case.ts';
import { type AddedWaits, addingWaits, type Wait } from './waits.ts';

/** What times in states are rounded up to, in days, where durations of closures are rounded to days: many are short. */
const HOUR = 1 / 24;

/** A state while it is counted. */
interface Counting {
  closures: number;
  now: number;
  millisecondsOfOthers: number;
  readonly waits: AddedWaits;
  readonly stays: Alike;
}

/**
 * Counts how long closures stay in each state, and for whom they wait in it: domain.md, "Measures". A stay that goes on is censored; one that began before
 * the window (`from`, in milliseconds) enters late, and what was before the window is left out.
 */
export function tallyStates(
  cases: readonly StatisticsCase[],
  resolution: Resolution,
  from: number,
): ClosureTally['states'] {
  const counting = new Map(
    operationState.options.map((state) => [state, newCounting(resolution === 'exact' ? undefined : HOUR)] as const),
  );
  for (const one of cases) {
    const spans = new Map<OperationState, number>(one.now ? [[one.now.state, 0]] : []);
    for (const stay of staysOf(one, from)) {
      const { state, begun, to } = stay;
      const counted = counting.get(state);
      if (!counted) continue;
      spans.set(state, (spans.get(state) ?? 0) + to - stay.from);
      for (const { waitingOn, milliseconds } of stay.waits) counted.waits.add(waitingOn, milliseconds);
      const goesOn = one.now?.state === state && to === one.until;
      const entry = stay.from > begun ? (stay.from - begun) / DAY : undefined;
      counted.stays.add((to - begun) / DAY, entry, goesOn ? CENSORED : 'left');
    }
    for (const [state, span] of spans) {
      const counted = counting.get(state);
      if (!counted) continue;
      counted.closures += 1;
      if (one.now?.state === state) counted.now += 1;
      else counted.millisecondsOfOthers += span;
    }
  }
  const tallied = [...counting].map(([state, { waits, stays, ...counts }]): [OperationState, StateTally] => [
    state,
    { ...counts, waits: waits.waits(), stays: stays.observations() },
  ]);
  return new Map(tallied.filter(([, { closures }]) => closures > 0));
}

function newCounting(step: number | undefined): Counting {
  return { closures: 0, now: 0, millisecondsOfOthers: 0, waits: addingWaits(), stays: alike(step) };
}

/** One uninterrupted time of a closure in one state since `begun`, of which the window has the part from `from` to `to`. */
interface Stay {
  readonly state: OperationState;
  readonly begun: number;
  readonly from: number;
  to: number;
  readonly waits: Wait[];
}

/** The stays of a closure that were not over before the window. */
function staysOf({ stretches }: StatisticsCase, window: number): Stay[] {
  const stays: Stay[] = [];
  let [before, begun]: [OperationState | undefined, number] = [undefined, 0];
  for (const { state, waitingOn, from, to } of stretches) {
    if (state !== before) begun = from;
    before = state;
    if (to <= window) continue;
    const wait = { waitingOn, milliseconds: to - Math.max(from, window) };
    const last = stays.at(-1);
    if (last?.begun === begun) {
      last.to = to;
      last.waits.push(wait);
    } else stays.push({ state, begun, from: Math.max(begun, window), to, waits: [wait] });
  }
  return stays;
}
