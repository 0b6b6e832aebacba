import type { Speech } from '../case/speech.ts';
import { daysFrom } from '../language/dates.ts';
import { daysText } from '../language/durations.ts';

/** A due day as an owner reads it: `due 19 Nov`, `was due on 19 Nov; it is 4 days late`. `yours`: it is the owner's own. */
export function dueWords(dueOn: string | null, { t, today, near }: Speech, whose: 'yours' | 'theirs'): string {
  if (dueOn === null) return t('owner.due.noDay');
  const left = daysFrom(today, dueOn);
  const said = { day: near(dueOn), days: daysText(Math.abs(left), t) };
  if (whose === 'yours') {
    if (left === 0) return t('owner.due.yoursToday');
    return t(left < 0 ? 'owner.due.yoursLate' : 'owner.due.yours', said);
  }
  if (left === 0) return t('owner.due.today');
  return t(left < 0 ? 'owner.due.late' : 'owner.due.by', said);
}
