import { kaplanMeier, quantile, type SurvivalCurve } from '@rectify/analytics';
import type { ClosureTally, StateTally } from './closure-tally.ts';
import { spanOf, sum } from './spans.ts';
import type { Figures, TimeInState } from './statistics-answer.ts';
import { waitedOn } from './waits.ts';

/** How long closures stay in each state, and for whom they wait in it: domain.md, "Measures". */
export function perStateOf(states: ClosureTally['states']): Figures['perState'] {
  const perState: Figures['perState'] = {};
  for (const [state, tally] of states) perState[state] = timeIn(tally, kaplanMeier(tally.stays));
  return perState;
}

/** The same of one state, whose stays survive as the curve says. */
export function timeIn({ closures, now, millisecondsOfOthers, waits }: StateTally, curve: SurvivalCurve): TimeInState {
  return {
    closures,
    now,
    total: spanOf(sum(waits.map(({ milliseconds }) => milliseconds))),
    mean: closures === now ? null : spanOf(millisecondsOfOthers / (closures - now)),
    stays: curve.n,
    staysGoingOn: curve.censored,
    tenthPercentile: quantile(curve, 0.1),
    firstQuartile: quantile(curve, 0.25),
    median: quantile(curve, 0.5),
    thirdQuartile: quantile(curve, 0.75),
    ninetiethPercentile: quantile(curve, 0.9),
    waitedOn: waitedOn(waits),
  };
}
