import { say } from '@rectify/words';
import type { DeadlineAnswer } from '../api/answers.ts';
import { daysFrom } from '../language/dates.ts';
import { daysText } from '../language/durations.ts';
import type { Speech } from './speech.ts';

/** `4 days late`, or null if the day has not passed. */
export function lateBy(dueOn: string, { t, today }: Speech): string | null {
  const late = daysFrom(dueOn, today);
  return late > 0 ? t('case.due.late', { days: daysText(late, t) }) : null;
}

/** `due 19 Nov`, `due 19 Nov, 4 days late`; `no due day yet` where none can be worked out. */
export function dueText(dueOn: string | null, speech: Speech): string {
  if (dueOn === null) return speech.t('case.due.noDay');
  const late = lateBy(dueOn, speech);
  const day = speech.near(dueOn);
  return late === null ? speech.t('case.due.on', { day }) : speech.t('case.due.onLate', { day, late });
}

/** A deadline as a sentence: `The inspection was due on 19 Nov; it is 4 days late.` */
export function deadlineSentence({ rule, dueOn, originalDueOn, undated }: DeadlineAnswer, speech: Speech): string {
  const { t, words, near, today } = speech;
  const what = say(t, `case.due.what.${rule}`, words.deadline(rule));
  if (dueOn === null) return t('case.due.undated', { what, year: String(undated?.year ?? '') });
  const day = near(dueOn);
  const left = daysFrom(today, dueOn);
  if (rule === 'appeal') return t(left < 0 ? 'case.due.appealEnded' : 'case.due.appealUntil', { day });
  const extended =
    originalDueOn === null || originalDueOn === dueOn ? '' : t('case.due.extended', { day: near(originalDueOn) });
  if (left < 0) return t('case.due.wasDue', { what, day, days: daysText(-left, t) }) + extended;
  if (left === 0) return t('case.due.isDueToday', { what }) + extended;
  return t('case.due.isDue', { what, day, days: daysText(left, t) }) + extended;
}
