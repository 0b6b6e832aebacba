import { isShut, operationState } from '@rectify/engine/rectification';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStays, useStaysCounted } from '../api/closures.ts';
import { ClosureFilters } from '../closures/closure-filters.tsx';
import classes from '../closures/closures-page.module.css';
import { closureFiltersOf } from '../closures/closures-search.ts';
import { SelectFilter } from '../design/select-filter.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useWords } from '../language/use-words.ts';
import { firstPage } from '../paging/paged.ts';
import { PAGE_SIZE, Pager } from '../paging/pager.tsx';
import { closuresOfStays, type StaysSearch } from './stays-search.ts';
import { StaysTable } from './stays-table.tsx';

/** The states in which a mine is shut. */
const statesOfClosures = operationState.options.filter(isShut);

/** The times that closures stayed in a state, one by one: what the statistics count by state. */
export function StaysPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/stays' });
  const navigate = useNavigate({ from: '/stays' });
  const { state } = useWords();
  const filters = { ...closureFiltersOf(closuresOfStays(search)), stay: search.stay, goesOn: search.goesOn };
  const stays = useStays({ ...filters, limit: PAGE_SIZE, cursor: search.cursor });
  const counted = useStaysCounted(filters, { enabled: stays.data?.total === null });
  const total = stays.data?.total ?? counted.data?.total ?? null;
  const go = (next: StaysSearch) => void navigate({ search: (now) => ({ ...now, ...next }) });
  return (
    <div className={classes.page}>
      <title>{`${t('stays.title')} · ${t('common.product')}`}</title>
      <h1>{t('stays.title')}</h1>
      <div className={classes.tools}>
        <p className={classes.total} role="status">
          {stays.data ? (total === null ? t('closures.counting') : t('stays.total', { count: total })) : null}
        </p>
      </div>
      <search className={`${classes.filters} ${classes.long}`} aria-label={t('stays.filters')}>
        <SelectFilter
          label={t('stays.state')}
          value={search.stay}
          all={t('stays.everyState')}
          options={statesOfClosures.map((value) => ({ value, text: state('operation', value) }))}
          onChange={(stay) => go(firstPage({ ...search, stay }))}
        />
        <SelectFilter
          label={t('stays.goesOn')}
          value={search.goesOn}
          all={t('stays.goesOn')}
          options={[
            { value: 'true', text: t('stays.goingOn') },
            { value: 'false', text: t('stays.over') },
          ]}
          onChange={(goesOn) =>
            go(firstPage({ ...search, goesOn: goesOn === 'true' || goesOn === 'false' ? goesOn : undefined }))
          }
        />
      </search>
      <ClosureFilters search={closuresOfStays(search)} onChange={(next) => go(firstPage({ ...search, ...next }))} />
      <div aria-busy={stays.isFetching} data-stale={stays.isPlaceholderData} className={classes.list}>
        {stays.isPending ? (
          <Loading lines={12} />
        ) : stays.isError ? (
          <Failure error={stays.error} onRetry={() => void stays.refetch()} />
        ) : stays.data.items.length === 0 ? (
          <Empty title={t('stays.empty')} />
        ) : (
          <StaysTable stays={stays.data.items} ofOneState={statesOfClosures.some((state) => state === search.stay)} />
        )}
        {stays.data ? <Pager list="stays" search={search} total={total} next={stays.data.next} onGo={go} /> : null}
      </div>
    </div>
  );
}
