import type { Moment } from '../as-of/as-of.ts';
import { useDates } from '../language/use-words.ts';

/** What a person calls a moment: its day, with the time where it is not the whole day that counts. */
export function useMomentName(): (moment: Moment) => string {
  const dates = useDates();
  return ({ instant, day, time }) => (time === undefined ? dates.day(day) : dates.time(instant));
}
