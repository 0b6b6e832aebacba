import type { Observation } from '@rectify/analytics';
import { type CountsByStep, countsByStep } from './counts-by-step.ts';
import { daysOf, stepsDownTo, stepsUpTo, timesToldIn } from './told-times.ts';

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
  const told = timesToldIn(undefined);
  return {
    add(time, entry, outcome) {
      if (entry !== undefined && entry >= time) return;
      const from = entry === undefined ? undefined : told.entry(entry);
      observations.push({ time: told.time(time), entry: from, outcome: outcomes[outcome] ?? '' });
    },
    observations: () => observations,
  };
}

function roundedTo(step: number, outcomes: readonly string[]): Alike {
  const watchedAtOnce = outcomes.map(() => countsByStep());
  const enteredLate = outcomes.map(() => new Map<number, CountsByStep>());
  const days = (steps: number) => daysOf(steps, step);

  function counted(times: CountsByStep | undefined, outcome: string, entry?: number): Observation[] {
    return Array.from(times?.entries() ?? [], ([steps, count]) => ({ time: days(steps), entry, outcome, count }));
  }

  return {
    add(time, entry, outcome) {
      if (entry !== undefined && entry >= time) return;
      const times =
        entry === undefined ? watchedAtOnce[outcome] : within(enteredLate[outcome], stepsDownTo(entry, step));
      times?.add(stepsUpTo(time, step));
    },
    observations: () =>
      outcomes.flatMap((outcome, place) => [
        ...counted(watchedAtOnce[place], outcome),
        ...[...(enteredLate[place] ?? [])].flatMap(([entry, times]) => counted(times, outcome, days(entry))),
      ]),
  };
}

function within(byEntry: Map<number, CountsByStep> | undefined, entry: number): CountsByStep {
  const held = byEntry?.get(entry) ?? countsByStep();
  byEntry?.set(entry, held);
  return held;
}
