import type { Speech } from '../case/speech.ts';
import { daysFrom } from '../language/dates.ts';
import { dueWords } from './due-words.ts';

/** A due day within a line; a passed one stands out. */
export function Due({
  on,
  whose,
  speech,
}: {
  readonly on: string | null;
  readonly whose: 'yours' | 'theirs';
  readonly speech: Speech;
}) {
  const text = dueWords(on, speech, whose);
  return on !== null && daysFrom(on, speech.today) > 0 ? <strong>{text}</strong> : text;
}
