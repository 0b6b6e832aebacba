import { CENSORED } from '@rectify/analytics';
import type { ClosureOutcome, WaitingOn } from '@rectify/engine/rectification';
import { alike } from './alike.ts';
import { closureOutcome } from './closure-answer.ts';
import type { Tallying } from './tallying.ts';
import { tallyingStates } from './tallying-states.ts';
import { type Resolution, stepOfClosures } from './told-times.ts';

/** The outcomes of closures in the order of their places, and behind them that one goes on. */
const OUTCOMES = [...closureOutcome.options, CENSORED];

/**
 * Starts with nothing counted. `from` is the beginning of the window, in milliseconds: who was shut before enters late, and what was before it in their
 * states is left out.
 */
export function tallyingClosures(parties: readonly WaitingOn[], resolution: Resolution, from: number): Tallying {
  const byOutcome = closureOutcome.options.map(() => 0);
  const late = new Map<string, number>();
  const waiting: number[] = [];
  const lasted = alike(OUTCOMES, stepOfClosures(resolution));
  const states = tallyingStates(parties, resolution, from);
  const ofOutcome = (outcome: ClosureOutcome) => byOutcome[closureOutcome.options.indexOf(outcome)] ?? 0;
  let total = 0;
  return {
    begin(since, until, outcome, state, waitingOn) {
      total += 1;
      if (outcome === -1) waiting[waitingOn] = (waiting[waitingOn] ?? 0) + 1;
      else byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
      const entry = from > since ? from - since : undefined;
      lasted.add(until - since, entry, outcome === -1 ? OUTCOMES.length - 1 : outcome);
      states.begin(since, until, outcome, state, waitingOn);
    },
    stretch: states.stretch,
    late(office) {
      late.set(office, (late.get(office) ?? 0) + 1);
    },
    end: states.end,
    tally: () => ({
      total,
      byOutcome: {
        reopened: ofOutcome('reopened'),
        withdrawn: ofOutcome('withdrawn'),
        quashed: ofOutcome('quashed'),
        decommissioned: ofOutcome('decommissioned'),
      },
      waiting: parties.flatMap((party, place) => {
        const closures = waiting[place];
        return closures === undefined ? [] : [{ ...party, closures }];
      }),
      late,
      lasted: lasted.observations(),
      states: states.tallies(),
    }),
  };
}
