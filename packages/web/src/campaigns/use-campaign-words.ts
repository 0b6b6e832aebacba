import { sayIfKnown } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import { localParts } from '../language/dates.ts';
import { useDates, useWords } from '../language/use-words.ts';
import type { Standing } from './standing.ts';

/** How campaigns are told in the language of the page. */
export function useCampaignWords() {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  return {
    standing: (standing: Standing) => t(`campaigns.cases.standing.${standing}`),
    regions: (codes: readonly string[]) => words.list(codes.map(words.place)),
    trigger: (code: string) => sayIfKnown(t, `campaigns.trigger.${code}`) ?? code,
    dayOf: (instant: string) => dates.day(localParts(instant).day),
    day: dates.day,
  };
}
