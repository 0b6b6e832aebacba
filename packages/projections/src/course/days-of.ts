import { dayOf, daysBetween, endOfDay, inZone, milliseconds, startOfDay } from '@rectify/engine/rectification';
import { DAY } from '../closures/spans.ts';
import { MOST_DAYS } from './course-query.ts';

/** More days of groups than are answered at once. */
export class CourseTooLong extends Error {
  override readonly name = 'CourseTooLong';
}

/** A day from its first instant to where it ends, or to the instant of the answer, that one excluded; in milliseconds. */
export interface Day {
  readonly day: string;
  /** Its last millisecond, or the instant of the answer, in the zone. */
  readonly at: string;
  readonly start: number;
  readonly end: number;
}

/** The days from one to another, or to that of an instant, whichever is earlier. @throws CourseTooLong */
export function daysOf(from: string, to: string | undefined, at: string, zone: string): Day[] {
  const today = dayOf(at, zone);
  const last = to === undefined || to > today ? today : to;
  if (from > last) return [];
  const count = daysBetween(from, last) + 1;
  if (count > MOST_DAYS)
    throw new CourseTooLong(`From ${from} to ${last} are ${count} days; at most ${MOST_DAYS} are answered at once.`);
  const days: Day[] = [];
  // Reckoning in a zone takes long: the last instants of days are remembered, and the next begins after each.
  let start = milliseconds(startOfDay(from, zone));
  for (let day = from; day <= last; day = nextDay(day)) {
    const endsAt = endOfDay(day, zone);
    const isOver = milliseconds(endsAt) <= milliseconds(at);
    days.push({ day, at: isOver ? endsAt : inZone(at, zone), start, end: milliseconds(isOver ? endsAt : at) + 1 });
    start = milliseconds(endsAt) + 1;
  }
  return days;
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}
