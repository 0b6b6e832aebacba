import type { BottleneckAnalysis } from '../../api/answers.ts';

type State = BottleneckAnalysis['states'][number];

/** The furthest day that a picture of states has to reach. */
export function furthest(states: readonly Pick<State, 'median' | 'ninetiethPercentile'>[]): number {
  return Math.max(
    1,
    ...states.flatMap(({ median, ninetiethPercentile }) =>
      [median.value, median.lower, median.upper, ninetiethPercentile.value].filter((day) => day !== null),
    ),
  );
}

/** How much of the time of all states went by in one. */
export function shareOf({ total }: Pick<State, 'total'>, states: readonly Pick<State, 'total'>[]): number {
  const all = states.reduce((sum, state) => sum + state.total.milliseconds, 0);
  return all === 0 ? 0 : total.milliseconds / all;
}
