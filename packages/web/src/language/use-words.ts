import { isLanguage, type Language, type Titles, titlesIn, wordsIn } from '@rectify/words';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignName } from '../campaigns/campaign-names.tsx';
import { dayText, type Precision, shortDayText, shortTimeText, timeText } from './dates.ts';
import { useFindings, useWordings } from './procedure-wordings.tsx';

/** The language of the page now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

/** Dates as the reader of the page writes them. */
export function useDates() {
  const language = useLanguage();
  return useMemo(
    () => ({
      /** `5 Nov 2018` · `2018年11月5日` */
      day: (day: string) => dayText(day, language),
      /** `5 Nov` · `11月5日` */
      shortDay: (day: string) => shortDayText(day, language),
      /** An instant of a year that is plain: `5 Nov, 16:10` · `11月5日 16:10` */
      shortTime: (instant: string) => shortTimeText(instant, language),
      /** As exactly as it is known. */
      time: (value: string, precision: Precision = 'instant') => timeText(value, precision, language),
    }),
    [language],
  );
}

/** The domain's words in the language of the page: see {@link wordsIn}. */
export function useWords() {
  const { t } = useTranslation();
  const titles = useTitles();
  return useMemo(() => wordsIn(t, titles), [t, titles]);
}

/** What codes of procedures are called in the language of the page, campaigns by their names, and findings by what was found. */
export function useTitles(): Titles {
  const wordings = useWordings();
  const findings = useFindings();
  const language = useLanguage();
  const campaignOf = useCampaignName();
  return useMemo(() => {
    const titles = titlesIn(wordings, language, findings);
    const choice: Titles['choice'] = (field, code) =>
      field === 'campaignId' ? campaignOf(code) : titles.choice(field, code);
    return { ...titles, choice };
  }, [wordings, findings, language, campaignOf]);
}
