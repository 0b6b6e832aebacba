import { endings } from '../../statistics/course-search.ts';
import type { Step, Survival } from './curve.ts';

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
      const steps = incidence.flatMap(({ time, incidence: estimate }) =>
        estimate === null
          ? []
          : [
              {
                day: time,
                share: estimate.value,
                lower: estimate.lower ?? estimate.value,
                upper: estimate.upper ?? estimate.value,
              },
            ],
      );
      const end = steps.at(-1) ?? { day: 0, share: 0, lower: 0, upper: 0 };
      return {
        outcome,
        events,
        steps: [{ day: 0, share: 0, lower: 0, upper: 0 }, ...steps, { ...end, day: Math.max(end.day, last) }],
      };
    });
}
