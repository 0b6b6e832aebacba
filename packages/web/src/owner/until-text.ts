import type { Speech } from '../case/speech.ts';
import { daysFrom } from '../language/dates.ts';
import { daysText } from '../language/durations.ts';

/** Until when one can appeal, in a sentence; once the day has passed, that a late appeal is accepted all the same. */
export function untilText(dueOn: string, { t, day, today }: Speech): string {
  const left = daysFrom(today, dueOn);
  if (left === 0) return t('owner.appeal.untilToday');
  const said = { day: day(dueOn), days: daysText(Math.abs(left), t) };
  return t(left > 0 ? 'owner.appeal.until' : 'owner.appeal.over', said);
}
