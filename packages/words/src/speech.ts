import type { TFunction } from 'i18next';
import { dayOfInstant, dayText, type Precision, shortDayText, timeText } from './dates.ts';
import type { Language } from './languages.ts';
import { noTitles, type Titles } from './titles.ts';
import { type Words, wordsIn } from './words-in.ts';

/** What it takes to say something about a case in one language. `today` is the local day that the page looks at. */
export interface Speech {
  readonly t: TFunction;
  readonly words: Words;
  readonly today: string;
  /** A day or the day of an instant, with its year: `5 Nov 2018`. */
  readonly day: (value: string) => string;
  /** The same, without the year where it is this year: `19 Nov`. */
  readonly near: (value: string) => string;
  /** A time as exactly as it is known. */
  readonly time: (value: string, precision?: Precision) => string;
  /** A verb as it stands inside a sentence. */
  readonly inSentence: (words: string) => string;
}

/** The speech of a language, for a page that looks at `today`, a local day; `titles` are the procedures'. */
export function speechIn(t: TFunction, language: Language, today: string, titles: Titles = noTitles): Speech {
  const day = (value: string) => dayText(dayOfInstant(value), language);
  return {
    t,
    words: wordsIn(t, titles),
    today,
    day,
    near: (value) => {
      const local = dayOfInstant(value);
      return local.slice(0, 4) === today.slice(0, 4) ? shortDayText(local, language) : day(value);
    },
    time: (value, precision = 'instant') => timeText(value, precision, language),
    inSentence: (words) => words.charAt(0).toLowerCase() + words.slice(1),
  };
}
