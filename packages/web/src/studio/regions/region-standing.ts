import type { CourseAnswer } from '../../api/answers.ts';
import { daysFrom } from '../../language/dates.ts';

type Day = CourseAnswer['days'][number];

/** How a region stands on the last day of a course. */
export interface RegionStanding {
  readonly region: string;
  readonly shut: number;
  /** The first day since which some were shut without a break; undefined where none are, or since before the course. */
  readonly since: string | undefined;
  /** Whole days from then to the last day. */
  readonly days: number | undefined;
  /** How many were closed and reopened from that day on; of the whole course where none are shut. */
  readonly closed: number;
  readonly reopened: number;
  /** Ended in other ways, likewise. */
  readonly endedOtherwise: number;
}

/** How each region stands on the last day of a course by region; those where nothing was ever shut in it are left out. */
export function standingOf({ groups = [] }: Pick<CourseAnswer, 'groups'>): RegionStanding[] {
  return groups.flatMap(({ group, days }) => {
    const last = days.at(-1);
    if (group === null || last === undefined || !days.some(somethingHappened)) return [];
    const begin = days.findLastIndex(({ shut }) => shut === 0) + 1;
    const run = last.shut === 0 ? days : days.slice(begin);
    const [first] = run;
    const isKnown = last.shut > 0 && first !== undefined && (begin > 0 || first.shut === first.closed);
    const since = isKnown ? first.day : undefined;
    const sum = (of: (day: Day) => number) => run.reduce((total, day) => total + of(day), 0);
    return [
      {
        region: group,
        shut: last.shut,
        since,
        days: since === undefined ? undefined : daysFrom(since, last.day),
        closed: sum(({ closed }) => closed),
        reopened: sum(({ reopened }) => reopened),
        endedOtherwise: sum(({ withdrawn, quashed, decommissioned }) => withdrawn + quashed + decommissioned),
      },
    ];
  });
}

function somethingHappened({ shut, closed }: Day): boolean {
  return shut > 0 || closed > 0;
}
