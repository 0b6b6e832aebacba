import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClosures, useClosuresCounted } from '../api/closures.ts';
import { SearchField } from '../board/search-field.tsx';
import { Shortcuts } from '../board/shortcuts.tsx';
import { useBoardKeys } from '../board/use-board-keys.ts';
import { CiteButton } from '../citation/cite-button.tsx';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { firstPage } from '../paging/paged.ts';
import { PAGE_SIZE, Pager } from '../paging/pager.tsx';
import { ReplayMines } from '../studio/replay/replay-mines.tsx';
import { ClosureCards } from './closure-cards.tsx';
import { ClosureFilters } from './closure-filters.tsx';
import classes from './closures-page.module.css';
import {
  type ClosuresSearch,
  closureFiltersOf,
  closureSortIn,
  closuresSortedBy,
  withoutClosureFilters,
} from './closures-search.ts';
import { ClosuresTable } from './closures-table.tsx';

/** Closures one by one, as of the times that the page looks at: what a figure of the statistics counts, among others. */
export function ClosuresPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/closures' });
  const navigate = useNavigate({ from: '/closures' });
  const narrow = useNarrow();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const narrowing = useRef<HTMLDivElement>(null);
  const filters = closureFiltersOf(search);
  const isNarrowed = Object.keys(filters).length > 0;
  const { column, descending } = closureSortIn(search);
  const closures = useClosures({
    ...filters,
    sort: `${descending ? '-' : ''}${column}`,
    limit: PAGE_SIZE,
    cursor: search.cursor,
  });
  const counted = useClosuresCounted(filters, { enabled: closures.data?.total === null });
  const total = closures.data?.total ?? counted.data?.total ?? null;
  const keys = useBoardKeys({ list, field, filters: narrowing });
  const go = (next: ClosuresSearch, replace = false) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace });

  return (
    <div className={classes.page}>
      <title>{`${t('closures.title')} · ${t('common.product')}`}</title>
      <h1>{t('closures.title')}</h1>
      <div className={classes.tools}>
        <SearchField
          ref={field}
          value={search.q ?? ''}
          onChange={(q) => go(firstPage({ ...search, q: q || undefined }), true)}
        />
        <p className={classes.total} role="status">
          {closures.data ? (total === null ? t('closures.counting') : t('closures.total', { count: total })) : null}
        </p>
        <CiteButton path="/v1/closures" query={filters} figure="/total" />
        <ReplayMines mineIds={closures.data?.items.map(({ mineId }) => mineId) ?? []} />
        <Shortcuts searches open={keys.helpOpen} onOpen={keys.openHelp} onClose={keys.closeHelp} />
      </div>
      <div ref={narrowing}>
        <ClosureFilters search={search} onChange={(next) => go(firstPage(next))} />
      </div>
      <div ref={list} aria-busy={closures.isFetching} data-stale={closures.isPlaceholderData} className={classes.list}>
        {closures.isPending ? (
          <Loading lines={12} />
        ) : closures.isError ? (
          <Failure error={closures.error} onRetry={() => void closures.refetch()} />
        ) : closures.data.items.length === 0 ? (
          <Empty title={isNarrowed ? t('closures.empty') : t('closures.none')}>
            {isNarrowed ? (
              <Button onClick={() => go(withoutClosureFilters(search))}>{t('common.filters.clear')}</Button>
            ) : (
              <p>{t('closures.later')}</p>
            )}
          </Empty>
        ) : narrow ? (
          <ClosureCards closures={closures.data.items} />
        ) : (
          <ClosuresTable
            closures={closures.data.items}
            sort={{ column, descending }}
            onSort={(by) => go(closuresSortedBy(search, by))}
          />
        )}
        {closures.data ? (
          <Pager list="closures" search={search} total={total} next={closures.data.next} onGo={go} />
        ) : null}
      </div>
    </div>
  );
}
