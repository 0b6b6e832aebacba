import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import type { StatisticsFilter } from './statistics-search.ts';

/** What a group of closures is called; `null` is the group of those that have none. */
export function useGroupName(): (by: StatisticsFilter, group: string | null) => string {
  const { t } = useTranslation();
  const { place } = useWords();
  return (by, group) => {
    if (group === null) return t('statistics.noCampaign');
    if (by === 'region') return place(group);
    return by === 'cycle' ? t('statistics.cycle', { cycle: group }) : group;
  };
}
