import type { Observation } from '@rectify/analytics';
import type { ClosureOutcome, OperationState, WaitingOn } from '@rectify/engine/rectification';
import type { Resolution } from './told-times.ts';
import { addedUp, type Wait } from './waits.ts';

/**
 * What is counted of a set of closures as of an instant. All figures but reported losses are made of it, so that whoever can count without naming single
 * closures need not name them.
 */
export interface ClosureTally {
  readonly total: number;
  /** Of those that ended. */
  readonly byOutcome: Readonly<Record<ClosureOutcome, number>>;
  /** Whom the ongoing ones wait for. */
  readonly waiting: readonly (WaitingOn & { readonly closures: number })[];
  /** Deadlines on record as passed, by office. */
  readonly late: ReadonlyMap<string, number>;
  /** How long they lasted, in days of 24 hours: what ended them, or that they go on (`CENSORED`). */
  readonly lasted: readonly Observation[];
  readonly states: ReadonlyMap<OperationState, StateTally>;
}

/** What is counted of one state of closures. */
export interface StateTally {
  /** Those that have been in it, and of them those that are in it now. */
  readonly closures: number;
  readonly now: number;
  /** How long those that are not in it now were in it together. */
  readonly millisecondsOfOthers: number;
  /** For whom it was waited in it, and how long: all the time in it. */
  readonly waits: readonly Wait[];
  /** How long each uninterrupted time in it was, in days; `CENSORED` where it goes on. */
  readonly stays: readonly Observation[];
}

/** Of more closures than this durations are rounded up: exact ones are nearly all different, and each would be a step. */
const MOST_EXACT = 5_000;

/** How exactly the durations of so many closures are told. */
export function resolutionOf(closures: number): Resolution {
  return closures > MOST_EXACT ? 'day' : 'exact';
}

/** What is counted of several sets together, none of which shares a closure with another. */
export function together(tallies: readonly ClosureTally[]): ClosureTally {
  const late = new Map<string, number>();
  const states = new Map<OperationState, StateTally>();
  for (const tally of tallies) {
    for (const [office, count] of tally.late) late.set(office, (late.get(office) ?? 0) + count);
    for (const [state, one] of tally.states) states.set(state, stateTogether(states.get(state), one));
  }
  const outcome = (which: ClosureOutcome) => tallies.reduce((total, { byOutcome }) => total + byOutcome[which], 0);
  return {
    total: tallies.reduce((sum, { total }) => sum + total, 0),
    byOutcome: {
      reopened: outcome('reopened'),
      withdrawn: outcome('withdrawn'),
      quashed: outcome('quashed'),
      decommissioned: outcome('decommissioned'),
    },
    waiting: tallies.flatMap(({ waiting }) => waiting),
    late,
    lasted: tallies.flatMap(({ lasted }) => lasted),
    states,
  };
}

function stateTogether(a: StateTally | undefined, b: StateTally): StateTally {
  if (!a) return b;
  return {
    closures: a.closures + b.closures,
    now: a.now + b.now,
    millisecondsOfOthers: a.millisecondsOfOthers + b.millisecondsOfOthers,
    waits: addedUp([...a.waits, ...b.waits]),
    stays: [...a.stays, ...b.stays],
  };
}
