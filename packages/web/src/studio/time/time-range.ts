import { daysFrom, shiftDay } from '../../language/dates.ts';

/** The days that sliders go over: both ends count. */
export interface TimeRange {
  readonly first: string;
  readonly last: string;
}

/** So many days before the first closure the sliders begin, so that its coming is seen. */
const BEFORE = 3;

/** Without a closure the sliders go back so many days. */
const USUAL = 30;

/** From shortly before the first closure to the last day that something can be known of; wider where the page looks further already. */
export function timeRange(firstClosure: string | undefined, last: string, looked: readonly string[]): TimeRange {
  const first = firstClosure === undefined ? shiftDay(last, -USUAL) : shiftDay(firstClosure, -BEFORE);
  const days = [first, last, ...looked].toSorted();
  return { first: days[0] ?? first, last: days.at(-1) ?? last };
}

/** The place of a day on a slider, the first being 0. */
export function placeOf(day: string, { first }: TimeRange): number {
  return daysFrom(first, day);
}

/** The day at a place of a slider. */
export function dayAt(place: number, { first }: TimeRange): string {
  return shiftDay(first, place);
}
