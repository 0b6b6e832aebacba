import type { CourseAnswer } from '../api/answers.ts';

/** How many days the course can go back, the usual number first. */
export const spans = [30, 90, 365] as const;

/** Ways in which a closure ends. */
export const endings = ['reopened', 'withdrawn', 'quashed', 'decommissioned'] as const;

type Day = CourseAnswer['days'][number];

/** The days on which something changed, and the last one, the latest first. */
export function eventfulDays(days: readonly Day[]): Day[] {
  const happened = (day: Day) => day.closed + endings.reduce((sum, ending) => sum + day[ending], 0);
  return days.filter((day, index) => index === days.length - 1 || happened(day) > 0).toReversed();
}

/** The day on which most were shut, the first of them; undefined where none ever was. */
export function highestDay(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>((highest, day) => (day.shut > (highest?.shut ?? 0) ? day : highest), undefined);
}
