import type { DeadlineAnswer } from '@rectify/projections/answers';
import { daysFrom, daysText } from './dates.ts';
import { say } from './say.ts';
import type { Speech } from './speech.ts';

/** `4 days late`, or null if the day has not passed. */
export function lateBy(dueOn: string, { t, today }: Speech): string | null {
  const late = daysFrom(dueOn, today);
  return late > 0 ? t('due.late', { days: daysText(late, t) }) : null;
}

/** `due 19 Nov`, `due 19 Nov, 4 days late`; `no due day yet` where none can be worked out. */
export function dueText(dueOn: string | null, speech: Speech): string {
  if (dueOn === null) return speech.t('due.noDay');
  const late = lateBy(dueOn, speech);
  const day = speech.near(dueOn);
  return late === null ? speech.t('due.on', { day }) : speech.t('due.onLate', { day, late });
}

/** A deadline as a sentence: `The inspection was due on 19 Nov; it is 4 days late.` */
export function deadlineSentence({ rule, dueOn, originalDueOn, undated }: DeadlineAnswer, speech: Speech): string {
  const { t, words, near, today } = speech;
  const what = say(t, `due.what.${rule}`, words.deadline(rule));
  if (dueOn === null) return t('due.undated', { what, year: String(undated?.year ?? '') });
  const day = near(dueOn);
  const left = daysFrom(today, dueOn);
  if (rule === 'appeal') return t(left < 0 ? 'due.appealEnded' : 'due.appealUntil', { day });
  const extended =
    originalDueOn === null || originalDueOn === dueOn ? '' : t('due.extended', { day: near(originalDueOn) });
  if (left < 0) return t('due.wasDue', { what, day, days: daysText(-left, t) }) + extended;
  if (left === 0) return t('due.isDueToday', { what }) + extended;
  return t('due.isDue', { what, day, days: daysText(left, t) }) + extended;
}
