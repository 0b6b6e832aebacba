import { CENSORED } from '@rectify/analytics';
import { type OperationState, operationState, type WaitingOn } from '@rectify/engine/rectification';
import { type Alike, alike } from './alike.ts';
import type { ClosureTally, StateTally } from './closure-tally.ts';
import type { Tallying } from './tallying.ts';
import { type Resolution, stepOfStays } from './told-times.ts';

/** A state while it is counted. */
interface Counting {
  closures: number;
  now: number;
  millisecondsOfOthers: number;
  /** Milliseconds by the place of whom it was waited for. */
  readonly waits: number[];
  readonly stays: Alike;
  /** How long the closure that is counted was in it; -1 if it was not. */
  span: number;
}

/** How stays in a state end. */
const ENDS = ['left', CENSORED];

/** Counts how long closures stay in each state, and for whom they wait in it. */
export interface TallyingStates extends Pick<Tallying, 'begin' | 'stretch' | 'end'> {
  tallies(): ClosureTally['states'];
}

/**
 * Starts with nothing counted: domain.md, "Measures". A stay that goes on is censored; one that began before the window (`window`, in milliseconds) enters
 * late, and what was before the window is left out.
 */
export function tallyingStates(parties: readonly WaitingOn[], resolution: Resolution, window: number): TallyingStates {
  const counting = operationState.options.map(() => newCounting(stepOfStays(resolution)));
  /** The places of the states that the closure which is counted was in. */
  const been: number[] = [];
  /** The closure that is counted: when it ends, and where it stands while it goes on, else -1. */
  const closure = { until: 0, now: -1 };
  /** The stay that it is in: since when, since when within the window, if it was in it, and until when. */
  const stay = { state: -1, begun: 0, entered: Number.NaN, to: 0 };

  function leave(): void {
    const { state, begun, entered, to } = stay;
    const counted = counting[state];
    if (!counted || Number.isNaN(entered)) return;
    if (counted.span < 0) been.push(state);
    counted.span = Math.max(0, counted.span) + to - entered;
    const goesOn = closure.now === state && to === closure.until;
    counted.stays.add(to - begun, entered > begun ? entered - begun : undefined, goesOn ? 1 : 0);
  }

  return {
    begin(_since, until, outcome, state) {
      closure.until = until;
      closure.now = outcome === -1 ? state : -1;
      stay.state = -1;
    },
    stretch(state, waitingOn, from, to) {
      if (state !== stay.state) {
        leave();
        stay.state = state;
        stay.begun = from;
        stay.entered = Number.NaN;
      }
      const counted = counting[state];
      if (!counted || to <= window) return;
      if (Number.isNaN(stay.entered)) stay.entered = Math.max(stay.begun, window);
      stay.to = to;
      counted.waits[waitingOn] = (counted.waits[waitingOn] ?? 0) + to - Math.max(from, window);
    },
    end() {
      leave();
      const current = counting[closure.now];
      if (current) {
        current.now += 1;
        if (current.span < 0) current.closures += 1;
      }
      for (const place of been) {
        const counted = counting[place];
        if (!counted) continue;
        counted.closures += 1;
        if (counted !== current) counted.millisecondsOfOthers += counted.span;
        counted.span = -1;
      }
      been.length = 0;
    },
    tallies: () =>
      new Map(
        operationState.options.flatMap((name, place): [OperationState, StateTally][] => {
          const counted = counting[place];
          return counted && counted.closures > 0 ? [[name, tallyOf(counted, parties)]] : [];
        }),
      ),
  };
}

function newCounting(step: number | undefined): Counting {
  return { closures: 0, now: 0, millisecondsOfOthers: 0, waits: [], stays: alike(ENDS, step), span: -1 };
}

function tallyOf(
  { closures, now, millisecondsOfOthers, waits, stays }: Counting,
  parties: readonly WaitingOn[],
): StateTally {
  return {
    closures,
    now,
    millisecondsOfOthers,
    waits: parties.flatMap((waitingOn, place) => {
      const milliseconds = waits[place];
      return milliseconds === undefined ? [] : [{ waitingOn, milliseconds }];
    }),
    stays: stays.observations(),
  };
}
