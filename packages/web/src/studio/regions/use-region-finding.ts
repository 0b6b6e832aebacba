import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/use-words.ts';
import type { RegionStanding } from './region-standing.ts';

/** Says where mines are shut on a day: how many, in how many regions, since when, and how many of them were reopened. */
export function useRegionFinding(): (regions: readonly RegionStanding[], day: string) => string {
  const { t } = useTranslation();
  const dates = useDates();
  return (regions, day) => {
    const shut = regions.filter((region) => region.shut > 0);
    const count = shut.reduce((sum, region) => sum + region.shut, 0);
    if (count === 0) return t('studio.regions.none', { day: dates.day(day) });
    const reopened = shut.reduce((sum, region) => sum + region.reopened, 0);
    const since = shut.every((region) => region.since !== undefined)
      ? shut.map((region) => region.since ?? '').toSorted()[0]
      : undefined;
    const where = t('studio.regions.where', { count: shut.length });
    return [
      since === undefined
        ? t('studio.regions.shut', { count, day: dates.day(day), where })
        : t('studio.regions.shutSince', { count, day: dates.day(day), where, since: dates.day(since) }),
      reopened === 0 ? t('studio.regions.noneReopened') : t('studio.regions.reopened', { count: reopened }),
    ].join(t('common.list.sentences'));
  };
}
