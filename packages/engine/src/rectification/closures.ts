import { dayOf, daysBetween, isoDuration, milliseconds } from './calendar.ts';
import type { Closure } from './case/closure.ts';
import type { Mine } from './case/mine.ts';
import type { OperationState } from './chart-value.ts';
import type { FoldedMine } from './fold.ts';

/** The measured duration of a closure cycle, up to its end or, while ongoing, up to the instant asked for. */
export interface ClosureMeasure {
  readonly cycle: number;
  readonly closure: Closure;
  /** Still shut at the instant: right-censored. */
  readonly ongoing: boolean;
  /** Exact length in milliseconds, stays included. */
  readonly milliseconds: number;
  /** The same as an ISO 8601 duration. */
  readonly duration: string;
  /** Difference of local dates in the procedure's zone. */
  readonly days: number;
  /** ISO 8601 duration without the time in which a stay let the mine run. */
  readonly notAllowedToRun: string;
  /** Milliseconds in each operation state. */
  readonly perState: Readonly<Partial<Record<OperationState, number>>>;
  /** Milliseconds waiting on the owner and on each office of the authority. */
  readonly perParty: { readonly owner: number; readonly offices: Readonly<Record<string, number>> };
}

/**
 * Measures every closure cycle of a mine as at an instant, oldest first: domain.md, "Measures". A cycle lasts from its beginning
 * until the event that ended it; an open one runs to `at` and is marked ongoing.
 */
export function closuresOf({ mine, course }: Pick<FoldedMine, 'mine' | 'course'>, at: string): ClosureMeasure[] {
  return everyClosure(mine).map((closure) => measured(closure, course, at));
}

/** Measures the current closure cycle of a mine, else the last one, as {@link closuresOf} does; undefined where it was never closed. */
export function lastClosureOf(
  { mine, course }: Pick<FoldedMine, 'mine' | 'course'>,
  at: string,
): ClosureMeasure | undefined {
  return mine.closure ? measured(mine.closure, course, at) : undefined;
}

/** Every closure cycle of a mine, oldest first. */
export function everyClosure({ closure, earlierClosures }: Pick<Mine, 'closure' | 'earlierClosures'>): Closure[] {
  return closure ? [...earlierClosures, closure] : [];
}

function measured(closure: Closure, course: FoldedMine['course'], at: string): ClosureMeasure {
  const until = closure.until ?? at;
  const begin = milliseconds(closure.since);
  const end = Math.max(begin, milliseconds(until));
  const { zone } = closure;
  const perState: Partial<Record<OperationState, number>> = {};
  const offices: Record<string, number> = {};
  let owner = 0;
  let allowed = 0;
  for (const [index, stretch] of course.entries()) {
    const next = course[index + 1];
    const from = Math.max(begin, milliseconds(stretch.at));
    const to = Math.min(end, next ? milliseconds(next.at) : end);
    if (to <= from) continue;
    const span = to - from;
    perState[stretch.operation] = (perState[stretch.operation] ?? 0) + span;
    if (stretch.mayOperate) allowed += span;
    if (stretch.waitingOn.party === 'owner') owner += span;
    const { office } = stretch.waitingOn;
    if (office !== null) offices[office] = (offices[office] ?? 0) + span;
  }
  return {
    cycle: closure.cycle,
    closure,
    ongoing: closure.until === null,
    milliseconds: end - begin,
    duration: isoDuration(end - begin),
    days: daysBetween(dayOf(closure.since, zone), dayOf(closure.until ?? new Date(end).toISOString(), zone)),
    notAllowedToRun: isoDuration(end - begin - allowed),
    perState,
    perParty: { owner, offices },
  };
}
