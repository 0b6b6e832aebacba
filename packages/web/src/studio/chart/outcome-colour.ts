import type { endings } from '../../statistics/course-search.ts';
import type { ChartLook } from './chart-look.ts';

/** The colour of a way in which closures end. */
export function outcomeColour(outcome: (typeof endings)[number], { status, groups, ink }: ChartLook): string {
  switch (outcome) {
    case 'reopened':
      return status.operating;
    case 'decommissioned':
      return status.decommissioned;
    case 'withdrawn':
      return groups[2] ?? ink;
    case 'quashed':
      return groups[3] ?? ink;
  }
}
