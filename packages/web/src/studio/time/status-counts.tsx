import { useTranslation } from 'react-i18next';
import type { Query } from '../../api/client.ts';
import { useStatistics } from '../../api/queries.ts';
import { useStatisticsKnownNow } from '../../api/studio.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { StatusMark } from '../../design/status-mark.tsx';
import { mineStatuses } from '../../language/statuses.ts';
import { useDates, useLanguage } from '../../language/use-words.ts';
import { Counted } from '../../statistics/counted.tsx';
import { KnownNow } from '../known-now.tsx';
import tables from '../tables.module.css';

/** How many mines are in each status at the times that the page looks at, each count leading to them; what is another one by all that is known now is marked. */
export function StatusCounts({ day, query }: { readonly day: string; readonly query: Query }) {
  const dates = useDates();
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const statistics = useStatistics({ ...query, explain: 'whole' });
  const { data: now } = useStatisticsKnownNow({ ...query, explain: 'whole' });
  if (statistics.isPending) return <Loading lines={7} />;
  if (statistics.isError) return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  const { byStatus, explainMines } = statistics.data;
  return (
    <table className={tables.table} aria-busy={statistics.isPlaceholderData}>
      <caption>{t('studio.time.status', { day: dates.day(day) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('common.status')}</th>
          <th scope="col" className="numeric">
            {t('statistics.mines')}
          </th>
        </tr>
      </thead>
      <tbody>
        {mineStatuses.map((status) => {
          const count = byStatus[status] ?? 0;
          const known = now?.byStatus[status] ?? 0;
          return (
            <tr key={status}>
              <th scope="row">
                <StatusMark status={status} />
              </th>
              <td className="numeric">
                <Counted count={count} query={explainMines?.byStatus[status]} />
                {now && known !== count ? <KnownNow>{number.format(known)}</KnownNow> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
