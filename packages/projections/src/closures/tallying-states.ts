import { CENSORED } from '@rectify/analytics';
import { type OperationState, operationState, type WaitingOn } from '@rectify/engine/rectification';
import { alike } from './alike.ts';
import type { ClosureTally, StateTally } from './closure-tally.ts';
import type { Tallying } from './tallying.ts';
import { type Resolution, stepOfStays } from './told-times.ts';

/** How stays in a state end. */
const ENDS = ['left', CENSORED];

/** Instants of what is counted: when the closure ends; of the stay since when it is, since when within the window (no number where it was not in it), and until when. */
const AT = { end: 0, begun: 1, entered: 2, to: 3 } as const;

/** Counts how long closures stay in each state, and for whom they wait in it. */
export interface TallyingStates extends Pick<Tallying, 'begin' | 'stretch' | 'end'> {
  tallies(): ClosureTally['states'];
}

/**
 * Starts with nothing counted: domain.md, "Measures". A stay that goes on is censored; one that began before the window (`window`, in milliseconds) enters
 * late, and what was before the window is left out.
 */
export function tallyingStates(parties: readonly WaitingOn[], resolution: Resolution, window: number): TallyingStates {
  const states = operationState.options;
  // Numbers in arrays of their own, by the place of the state: in objects each that changes costs several times as much.
  const closures = new Float64Array(states.length);
  const now = new Float64Array(states.length);
  const millisecondsOfOthers = new Float64Array(states.length);
  const waits = new Float64Array(states.length * parties.length);
  const stays = states.map(() => alike(ENDS, stepOfStays(resolution)));
  /** How long the closure that is counted was in each state; -1 if it was not. */
  const spans = new Float64Array(states.length).fill(-1);
  /** The places of the states that it was in, and how many they are. */
  const been = new Uint8Array(states.length);
  let beenIn = 0;
  /** Where the closure stands while it goes on, else -1, and the state of the stay that it is in, -1 before the first. */
  let standsIn = -1;
  let stayIn = -1;
  const times = new Float64Array(Object.keys(AT).length);

  function leave(): void {
    const entered = times[AT.entered] ?? Number.NaN;
    if (stayIn === -1 || Number.isNaN(entered)) return;
    const to = times[AT.to] ?? 0;
    const begun = times[AT.begun] ?? 0;
    const span = spans[stayIn] ?? -1;
    if (span < 0) {
      been[beenIn] = stayIn;
      beenIn += 1;
    }
    spans[stayIn] = Math.max(0, span) + to - entered;
    const goesOn = standsIn === stayIn && to === times[AT.end];
    stays[stayIn]?.add(to - begun, entered > begun ? entered - begun : undefined, goesOn ? 1 : 0);
  }

  return {
    begin(_since, until, outcome, state) {
      times[AT.end] = until;
      standsIn = outcome === -1 ? state : -1;
      stayIn = -1;
    },
    stretch(state, waitingOn, from, to) {
      if (state !== stayIn) {
        leave();
        stayIn = state;
        times[AT.begun] = from;
        times[AT.entered] = Number.NaN;
      }
      if (to <= window) return;
      if (Number.isNaN(times[AT.entered])) times[AT.entered] = Math.max(times[AT.begun] ?? 0, window);
      times[AT.to] = to;
      const place = state * parties.length + waitingOn;
      waits[place] = (waits[place] ?? 0) + to - Math.max(from, window);
    },
    end() {
      leave();
      if (standsIn !== -1) {
        now[standsIn] = (now[standsIn] ?? 0) + 1;
        if ((spans[standsIn] ?? -1) < 0) closures[standsIn] = (closures[standsIn] ?? 0) + 1;
      }
      for (let index = 0; index < beenIn; index += 1) {
        const state = been[index] ?? 0;
        closures[state] = (closures[state] ?? 0) + 1;
        if (state !== standsIn) millisecondsOfOthers[state] = (millisecondsOfOthers[state] ?? 0) + (spans[state] ?? 0);
        spans[state] = -1;
      }
      beenIn = 0;
    },
    tallies: () =>
      new Map(
        states.flatMap((name, place): [OperationState, StateTally][] => {
          if (!closures[place]) return [];
          return [
            [
              name,
              {
                closures: closures[place],
                now: now[place] ?? 0,
                millisecondsOfOthers: millisecondsOfOthers[place] ?? 0,
                waits: parties.flatMap((waitingOn, party) => {
                  const milliseconds = waits[place * parties.length + party] ?? 0;
                  return milliseconds > 0 ? [{ waitingOn, milliseconds }] : [];
                }),
                stays: stays[place]?.observations() ?? [],
              },
            ],
          ];
        }),
      ),
  };
}
