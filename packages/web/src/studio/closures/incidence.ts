import { endings } from '../../statistics/course-search.ts';
import { type Step, type Survival, stepsFrom } from './curve.ts';

/** An end of closures, and the share that had come to it by each day on which one did. */
export interface Incidence {
  readonly outcome: (typeof endings)[number];
  readonly events: number;
  readonly steps: readonly Step[];
}

/** The ends that closures came to, the most frequent first, each from the closing to the last day. */
export function incidencesIn({ outcomes }: Survival, last: number): Incidence[] {
  return outcomes
    .filter(({ events }) => events > 0)
    .toSorted((a, b) => b.events - a.events)
    .flatMap(({ outcome: name, events, incidence }) => {
      const outcome = endings.find((ending) => ending === name);
      if (outcome === undefined) return [];
      const estimates = incidence.map(({ time, incidence: estimate }) => ({ time, estimate }));
      return { outcome, events, steps: stepsFrom(0, estimates, last) };
    });
}
