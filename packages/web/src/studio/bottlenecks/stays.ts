import { operationState } from '@rectify/engine/rectification';
import type { BottleneckAnalysis } from '../../api/answers.ts';
import { type Step, stepsFrom } from '../closures/curve.ts';

type State = BottleneckAnalysis['states'][number];

/** How long the stays in a state last: the share of them that go on, step by step, to the longest that was seen. */
export interface Stays {
  readonly state: State['state'];
  readonly count: number;
  /** Of them those that are not over. */
  readonly goingOn: number;
  /** Too few for their figures to say much. */
  readonly small: boolean;
  /** The day by which half are over. */
  readonly half: number | null;
  readonly steps: readonly Step[];
}

/** The states in the order in which a mine comes through them. */
export function inCourse(states: readonly State[]): State[] {
  return operationState.options.flatMap((name) => states.filter(({ state }) => state === name));
}

/** What is drawn of a state. */
export function staysIn({ state, stays, staysGoingOn, median, lengths }: State): Stays {
  const estimates = lengths.survival.map(({ time, survival }) => ({ time, estimate: survival }));
  return {
    state,
    count: stays,
    goingOn: staysGoingOn,
    small: lengths.small,
    half: median.value,
    steps: stepsFrom(1, estimates, lengths.lastSeen ?? 0),
  };
}

/** The state whose stays differ most in length, with the days between which the middle half of them is over. */
export interface Widest {
  readonly state: State['state'];
  readonly first: number;
  readonly third: number;
}

/** Undefined where of no state both quarters are known; of few stays they say little. */
export function widestOf(
  states: readonly Pick<State, 'state' | 'firstQuartile' | 'thirdQuartile' | 'lengths'>[],
): Widest | undefined {
  const known = states.flatMap(({ state, firstQuartile, thirdQuartile, lengths: { small } }): Widest[] => {
    const [first, third] = [firstQuartile.value, thirdQuartile.value];
    return small || first === null || third === null ? [] : [{ state, first, third }];
  });
  const [widest] = known.toSorted((a, b) => b.third - b.first - (a.third - a.first));
  return widest;
}
