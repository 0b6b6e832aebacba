import { useTranslation } from 'react-i18next';
import { useCampaignName } from '../campaigns/campaign-names.tsx';
import { useTitles, useWords } from '../language/use-words.ts';
import type { StatisticsFilter } from './statistics-search.ts';

/** What a group of closures is called; `null` is the group of those that have none. */
export function useGroupName(): (by: StatisticsFilter, group: string | null) => string {
  const { t } = useTranslation();
  const { place, office } = useWords();
  const titles = useTitles();
  const campaignOf = useCampaignName();
  return (by, group) => {
    if (group === null) return t(by === 'campaign' ? 'statistics.noCampaign' : 'statistics.notStated');
    switch (by) {
      case 'region':
      case 'origin':
        return place(group);
      case 'office':
        return office(group);
      case 'grounds':
        return titles.choice('groundsCode', group) ?? group;
      case 'cycle':
        return t('statistics.cycle', { cycle: group });
      case 'letter':
      case 'power':
        return t(`statistics.${by}.${group === 'true' ? 'yes' : 'no'}`);
      case 'campaign':
        return campaignOf(group);
      default:
        return group;
    }
  };
}
