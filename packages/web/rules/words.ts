import { say, type Words, wordsIn } from '@rectify/words';
import i18next from 'i18next';
import { words as inEnglish } from '../src/language/en/words.ts';

/** The words of the page in English, in which the rules are written. */
export interface English {
  readonly words: Words;
  /** What a state is called within its region. */
  readonly shortState: (region: string, state: string) => string;
}

/** Reads the English words. */
export async function english(): Promise<English> {
  const t = await i18next.createInstance().init({
    lng: 'en',
    fallbackLng: false,
    returnEmptyString: true,
    defaultNS: 'words',
    resources: { en: { words: inEnglish } },
    interpolation: { escapeValue: false },
  });
  return { words: wordsIn(t), shortState: (region, state) => say(t, `chart.${region}.${state}`, state) };
}
