import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useChanges } from '../api/changes.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useSpeech } from '../case/speech.ts';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { localParts } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';
import { firstPage } from '../paging/paged.ts';
import { PAGE_SIZE, Pager } from '../paging/pager.tsx';
import { ChangedMine } from './changed-mine.tsx';
import { ChangesFilters } from './changes-filters.tsx';
import classes from './changes-page.module.css';
import { type ChangesSearch, changesQueryOf, daysIn } from './changes-search.ts';
import { KindFilters } from './kind-filters.tsx';

/** Which mines changed how between two days: what happened, or what became known. */
export function ChangesPage() {
  const { t } = useTranslation();
  const dates = useDates();
  const search = useSearch({ from: '/changes' });
  const navigate = useNavigate({ from: '/changes' });
  const at = useAsOf();
  const today = localParts(new Date()).day;
  const days = daysIn(search, at, today);
  const changes = useChanges({ ...changesQueryOf(search, days, at.instants, today), limit: PAGE_SIZE });
  const go = (next: ChangesSearch) => void navigate({ search: (now) => ({ ...now, ...next }) });
  const speech = useSpeech(changes.data?.after.asOf ?? `${days.to}T23:59:59+08:00`);
  const named = { from: dates.day(days.from), to: dates.day(days.to) };

  return (
    <div className={classes.page}>
      <title>{`${t('changes.title')} · ${t('common.product')}`}</title>
      <div className={classes.head}>
        <h1>{t('changes.title')}</h1>
        <p>{search.axis === 'knowledge' ? t('changes.learnt', named) : t('changes.happened', named)}</p>
      </div>
      <ChangesFilters
        key={`${days.from} ${days.to}`}
        search={search}
        days={days}
        onChange={(next) => go(firstPage(next))}
      />
      {changes.data ? (
        <KindFilters
          counts={changes.data.counts}
          chosen={search.kind}
          onChoose={(kind) => go(firstPage({ ...search, kind }))}
        />
      ) : null}
      <div aria-busy={changes.isFetching} data-stale={changes.isPlaceholderData} className={classes.list}>
        {changes.isPending ? (
          <Loading lines={10} />
        ) : changes.isError ? (
          <Failure error={changes.error} onRetry={() => void changes.refetch()} />
        ) : changes.data.items.length === 0 ? (
          <Empty title={t('changes.empty')}>
            <p>{t('changes.longer')}</p>
          </Empty>
        ) : (
          <>
            <p role="status" className="quiet">
              {t('changes.total', { count: changes.data.total })}
            </p>
            <ul className={classes.mines}>
              {changes.data.items.map((change) => (
                <ChangedMine
                  key={change.mineId}
                  change={change}
                  after={days.to}
                  axis={changes.data.axis}
                  speech={speech}
                />
              ))}
            </ul>
          </>
        )}
        {changes.data ? (
          <Pager list="changes" search={search} total={changes.data.total} next={changes.data.next} onGo={go} />
        ) : null}
      </div>
    </div>
  );
}
