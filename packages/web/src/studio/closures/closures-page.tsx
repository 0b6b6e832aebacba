import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStatistics } from '../../api/queries.ts';
import { useStatisticsKnownNow } from '../../api/studio.ts';
import { Empty, Failure, Loading } from '../../design/states.tsx';
import { GroupChooser } from '../../statistics/group-chooser.tsx';
import { GroupTable } from '../../statistics/group-table.tsx';
import { StudioPage } from '../studio-page.tsx';
import { studioGroupings, studioQueryOf } from '../studio-search.ts';
import { AsKnownNow } from './as-known-now.tsx';
import { IncidenceFigure } from './incidence-figure.tsx';
import { SurvivalFigure } from './survival-figure.tsx';

/** How long mines stay shut, group by group, and what their closures come to, as of the instant that the page looks at. */
export function StudioClosuresPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/studio/closures' });
  const by = search.groupBy ?? 'region';
  const query = studioQueryOf(search);
  const statistics = useStatistics({ ...query, curve: true, explain: 'whole' });
  const knownNow = useStatisticsKnownNow({ ...query, curve: true, explain: 'whole' });
  return (
    <StudioPage picture="closures" search={search}>
      <GroupChooser by={by} usual="region" choices={studioGroupings} />
      {statistics.isPending || knownNow.isLoading ? (
        <Loading lines={12} />
      ) : statistics.isError ? (
        <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />
      ) : statistics.data.total === 0 ? (
        <Empty title={t('studio.closures.empty')} />
      ) : (
        <>
          {knownNow.data ? <AsKnownNow then={statistics.data} now={knownNow.data} /> : null}
          <SurvivalFigure answer={statistics.data} query={query} by={by} busy={statistics.isPlaceholderData} />
          {statistics.data.groups === undefined || by === 'nothing' ? null : (
            <GroupTable groups={statistics.data.groups} by={by} titled />
          )}
          <IncidenceFigure answer={statistics.data} query={query} />
        </>
      )}
    </StudioPage>
  );
}
