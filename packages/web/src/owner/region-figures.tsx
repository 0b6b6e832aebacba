import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { request } from '../api/client.ts';
import { daysText } from '../language/durations.ts';
import { useWords } from '../language/use-words.ts';

/** Below this many comparable closures no usual length is said: page.md, "Portal". */
const FEWEST = 5;

/** How closures in the region went so far, where the server tells an owner; it does so from ten on, and only of now. */
export function RegionFigures({ region }: { readonly region: string }) {
  const { t } = useTranslation();
  const { place } = useWords();
  const { data } = useQuery({
    queryKey: ['statistics', 'region', region],
    queryFn: ({ signal }) =>
      request<StatisticsAnswer>('GET', `/v1/regions/${encodeURIComponent(region)}/statistics`, { signal }),
    retry: false,
  });
  if (!data) return null;
  const { total, ongoing, survival } = data;
  const { value: median } = survival.quartiles.median;
  return (
    <p>
      {[
        t('owner.next.region', { place: place(region), count: total, ongoing }),
        median !== null && total >= FEWEST
          ? t('owner.next.regionEnded', { median: daysText(Math.ceil(median), t) })
          : t('owner.next.regionTooFew'),
      ].join(t('owner.join'))}
    </p>
  );
}
