import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLate, useLateCounted } from '../api/closures.ts';
import { ClosureFilters } from '../closures/closure-filters.tsx';
import classes from '../closures/closures-page.module.css';
import { closureFiltersOf } from '../closures/closures-search.ts';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useWords } from '../language/use-words.ts';
import { firstPage } from '../paging/paged.ts';
import { PAGE_SIZE, Pager } from '../paging/pager.tsx';
import { closuresOfLate, type LateSearch } from './late-search.ts';
import { LateTable } from './late-table.tsx';

/** Deadlines of offices that passed in closures, one by one: what the statistics count by office. */
export function LatePage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/late' });
  const navigate = useNavigate({ from: '/late' });
  const { office } = useWords();
  const filters = { ...closureFiltersOf(closuresOfLate(search)), late: search.late };
  const late = useLate({ ...filters, limit: PAGE_SIZE, cursor: search.cursor });
  const counted = useLateCounted(filters, { enabled: late.data?.total === null });
  const total = late.data?.total ?? counted.data?.total ?? null;
  const go = (next: LateSearch) => void navigate({ search: (now) => ({ ...now, ...next }) });
  return (
    <div className={classes.page}>
      <title>{`${t('late.title')} · ${t('common.product')}`}</title>
      <h1>{t('late.title')}</h1>
      <div className={classes.tools}>
        <p className={classes.total} role="status">
          {late.data ? (total === null ? t('closures.counting') : t('late.total', { count: total })) : null}
        </p>
      </div>
      {search.late === undefined ? null : (
        <p>
          {t('common.named', { name: t('late.office') })}
          <strong>{office(search.late)}</strong>{' '}
          <Button kind="quiet" onClick={() => go(firstPage({ ...search, late: undefined }))}>
            {t('common.filters.remove')}
            <span className="visually-hidden"> {t('late.office')}</span>
          </Button>
        </p>
      )}
      <ClosureFilters search={closuresOfLate(search)} onChange={(next) => go(firstPage({ ...search, ...next }))} />
      <div aria-busy={late.isFetching} data-stale={late.isPlaceholderData} className={classes.list}>
        {late.isPending ? (
          <Loading lines={12} />
        ) : late.isError ? (
          <Failure error={late.error} onRetry={() => void late.refetch()} />
        ) : late.data.items.length === 0 ? (
          <Empty title={t('late.empty')} />
        ) : (
          <LateTable deadlines={late.data.items} />
        )}
        {late.data ? <Pager list="late" search={search} total={total} next={late.data.next} onGo={go} /> : null}
      </div>
    </div>
  );
}
