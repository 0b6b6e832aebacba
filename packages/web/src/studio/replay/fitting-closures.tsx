import { useTranslation } from 'react-i18next';
import { useClosures } from '../../api/closures.ts';
import { Button } from '../../design/button.tsx';
import { Failure, Loading } from '../../design/states.tsx';
import { type StudioSearch, studioQueryOf } from '../studio-search.ts';
import { MOST_MINES } from './several-search.ts';

/** Offers the mines that were shut longest, of those that fit what the studio is narrowed to. */
export function FittingClosures({
  search,
  onChoose,
}: {
  readonly search: StudioSearch;
  readonly onChoose: (mineIds: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const longest = useClosures({
    ...studioQueryOf({ ...search, groupBy: 'nothing' }),
    sort: '-days',
    limit: MOST_MINES,
  });
  if (longest.isPending) return <Loading lines={1} />;
  if (longest.isError) return <Failure error={longest.error} onRetry={() => void longest.refetch()} />;
  const mineIds = [...new Set(longest.data.items.map(({ mineId }) => mineId))];
  if (mineIds.length === 0) return <p className="quiet">{t('studio.closures.empty')}</p>;
  return <Button onClick={() => onChoose(mineIds)}>{t('studio.replay.takeLongest', { count: mineIds.length })}</Button>;
}
