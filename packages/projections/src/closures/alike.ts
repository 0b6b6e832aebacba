import type { Observation } from '@rectify/analytics';
import { DAY } from './spans.ts';

/** Collects observations, those that are alike as one. Times come in milliseconds and are told in days of 24 hours. */
export interface Alike {
  /** Adds one; without an entry it was watched from the beginning. One that was not watched at all is left out. `outcome` is the place in the outcomes. */
  add(time: number, entry: number | undefined, outcome: number): void;
  observations(): Observation[];
}

/** Collects observations whose times are rounded up to a multiple of `step` milliseconds, their entries down; exactly without it. */
export function alike(outcomes: readonly string[], step: number | undefined): Alike {
  return step === undefined ? exactly(outcomes) : roundedTo(step, outcomes);
}

function exactly(outcomes: readonly string[]): Alike {
  const observations: Observation[] = [];
  return {
    add(time, entry, outcome) {
      if (entry !== undefined && entry >= time) return;
      const from = entry === undefined ? undefined : entry / DAY;
      observations.push({ time: time / DAY, entry: from, outcome: outcomes[outcome] ?? '' });
    },
    observations: () => observations,
  };
}

function roundedTo(step: number, outcomes: readonly string[]): Alike {
  const watchedAtOnce = outcomes.map(() => new Map<number, number>());
  const enteredLate = outcomes.map(() => new Map<number, Map<number, number>>());
  const days = (steps: number) => (steps * step) / DAY;

  function counted(times: ReadonlyMap<number, number>, outcome: string, entry?: number): Observation[] {
    return [...times].map(([steps, count]) => ({ time: days(steps), entry, outcome, count }));
  }

  return {
    add(time, entry, outcome) {
      if (entry !== undefined && entry >= time) return;
      const times =
        entry === undefined ? watchedAtOnce[outcome] : within(enteredLate[outcome], Math.floor(entry / step));
      const steps = Math.ceil(time / step);
      times?.set(steps, (times.get(steps) ?? 0) + 1);
    },
    observations: () =>
      outcomes.flatMap((outcome, place) => [
        ...counted(watchedAtOnce[place] ?? new Map(), outcome),
        ...[...(enteredLate[place] ?? [])].flatMap(([entry, times]) => counted(times, outcome, days(entry))),
      ]),
  };
}

function within(byEntry: Map<number, Map<number, number>> | undefined, entry: number): Map<number, number> | undefined {
  const held = byEntry?.get(entry) ?? new Map<number, number>();
  byEntry?.set(entry, held);
  return held;
}
