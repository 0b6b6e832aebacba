import { say } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import { useCampaignName } from '../campaigns/campaign-names.tsx';
import { useLanguage, useTitles, useWords } from '../language/use-words.ts';
import type { ClosureFilter } from './closures-search.ts';

/** What a filter of closures asks for, in words. */
export function useFilterWords(): (name: ClosureFilter, value: string) => string {
  const { t } = useTranslation();
  const { place, office, state, list } = useWords();
  const titles = useTitles();
  const campaignOf = useCampaignName();
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  return (name, value) => {
    const each = (said: (one: string) => string) => list(value.split(',').map(said));
    switch (name) {
      case 'region':
      case 'origin':
        return each(place);
      case 'office':
      case 'orderedBy':
        return office(value);
      case 'campaign':
        return each(campaignOf);
      case 'grounds':
        return titles.choice('groundsCode', value) ?? value;
      case 'status':
        return each((one) => say(t, `domain.status.${one}`, one));
      case 'state':
      case 'been':
        return each((one) => state('operation', one));
      case 'waitingOn':
        return each((one) => say(t, `domain.party.${one}`, one));
      case 'outcome':
        return each((one) => say(t, `domain.outcome.${one}`, one));
      case 'without':
        return each((one) => say(t, `closures.filter.${one}`, one));
      case 'ongoing':
        return t(value === 'true' ? 'closures.ongoing' : 'closures.ended');
      case 'watchedOn':
        return t('closures.onDay', { day: number.format(Number(value)) });
      case 'longerThan':
      case 'upTo':
        return t('closures.days', { count: Number(value), days: number.format(Number(value)) });
      case 'resolution':
        return t('closures.wholeDays');
      case 'letter':
      case 'power':
      case 'overdue':
      case 'shut':
        return t(value === 'true' ? 'closures.yes' : 'closures.no');
      default:
        return value;
    }
  };
}
