import { dayOfInstant, type Speech, speechIn } from '@rectify/words';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useTitles } from '../language/use-words.ts';

export { type Speech, speechIn } from '@rectify/words';

/** The speech of the page's language; `asOf` is the instant that an answer is true at. */
export function useSpeech(asOf: string): Speech {
  const { t } = useTranslation();
  const language = useLanguage();
  const titles = useTitles();
  return useMemo(() => speechIn(t, language, dayOfInstant(asOf), titles), [t, language, asOf, titles]);
}
