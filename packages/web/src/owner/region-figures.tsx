import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MineDetail, StatisticsAnswer } from '../api/answers.ts';
import { request } from '../api/client.ts';
import type { Speech } from '../case/speech.ts';
import { daysText } from '../language/durations.ts';

/** Below this many comparable closures no usual length is said: page.md, "Portal". */
const FEWEST = 5;

/** How it went for others in the region at the same step, where the server tells an owner; it does so from ten closures on, and only of now. */
export function RegionFigures({ mine, speech }: { readonly mine: MineDetail; readonly speech: Speech }) {
  const { t } = useTranslation();
  const { region, state } = mine;
  const { data } = useQuery({
    queryKey: ['statistics', 'region', region],
    queryFn: ({ signal }) =>
      request<StatisticsAnswer>('GET', `/v1/regions/${encodeURIComponent(region)}/statistics`, { signal }),
    retry: false,
  });
  if (!data) return null;
  const still = t('owner.next.still', { count: data.ongoing });
  const said = { place: speech.words.place(region), count: data.total, still };
  return (
    <p>{[t('owner.next.region', said), othersText(data, state.operation, speech)].join(t('common.list.sentences'))}</p>
  );
}

/** How long a step took for others: half of them and nine in ten, or plainly that it cannot be said. */
export function othersText(
  { perState }: Pick<StatisticsAnswer, 'perState'>,
  operation: MineDetail['state']['operation'],
  { t }: Pick<Speech, 't'>,
): string {
  const step = perState[operation];
  const median = step?.median.value ?? null;
  if (!step || median === null || step.closures < FEWEST) return t('owner.next.othersTooFew');
  const most = step.ninetiethPercentile.value;
  const said = { count: step.closures, median: daysText(Math.ceil(median), t) };
  if (most === null) return t('owner.next.othersHalf', said);
  const nineInTen = { ...said, most: daysText(Math.ceil(most), t) };
  return t(nineInTen.most === said.median ? 'owner.next.othersMost' : 'owner.next.others', nineInTen);
}
