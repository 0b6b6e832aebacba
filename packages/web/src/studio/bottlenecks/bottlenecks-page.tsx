import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBottlenecks } from '../../api/studio.ts';
import { Empty, Failure, Loading } from '../../design/states.tsx';
import { StudioPage } from '../studio-page.tsx';
import { studioQueryOf } from '../studio-search.ts';
import { PartyTable } from './party-table.tsx';
import { StatesFigure } from './states-figure.tsx';
import { StaysFigure } from './stays-figure.tsx';

/** Where closures are held up, and on whom they wait, as of the instant that the page looks at. */
export function BottlenecksPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/studio/bottlenecks' });
  const query = studioQueryOf({ ...search, groupBy: 'nothing' });
  const bottlenecks = useBottlenecks({ ...query, explain: true });
  return (
    <StudioPage picture="bottlenecks" search={search}>
      {bottlenecks.isPending ? (
        <Loading lines={12} />
      ) : bottlenecks.isError ? (
        <Failure error={bottlenecks.error} onRetry={() => void bottlenecks.refetch()} />
      ) : bottlenecks.data.closures === 0 ? (
        <Empty title={t('studio.bottlenecks.empty')} />
      ) : (
        <>
          <StatesFigure answer={bottlenecks.data} query={query} search={search} busy={bottlenecks.isPlaceholderData} />
          <StaysFigure answer={bottlenecks.data} query={query} search={search} busy={bottlenecks.isPlaceholderData} />
          <PartyTable answer={bottlenecks.data} />
        </>
      )}
    </StudioPage>
  );
}
