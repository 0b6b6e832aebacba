import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMineCounts, useMines } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { CiteButton } from '../citation/cite-button.tsx';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { useDates } from '../language/use-words.ts';
import { firstPage } from '../paging/paged.ts';
import { PAGE_SIZE, Pager } from '../paging/pager.tsx';
import classes from './board.module.css';
import { type BoardSearch, filtersOf, isFiltered, sortedBy, sortIn, withoutFilters } from './board-search.ts';
import { Facets } from './facets.tsx';
import { Figures } from './figures.tsx';
import { MineCards } from './mine-cards.tsx';
import { MinesTable } from './mines-table.tsx';
import { SearchField } from './search-field.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useChangedMines } from './use-changed-mines.ts';

/** The board: every mine with its status, whom it waits on and what is due, as of the instant that the page looks at. */
export function BoardPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/mines' });
  const navigate = useNavigate({ from: '/mines' });
  const narrow = useNarrow();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const facets = useRef<HTMLDivElement>(null);
  const filters = filtersOf(search);
  const { column, descending } = sortIn(search);
  const mines = useMines({
    ...filters,
    sort: `${descending ? '-' : ''}${column}`,
    limit: PAGE_SIZE,
    cursor: search.cursor,
  });
  const counts = useMineCounts(filters);
  // About a past day the page comes before its total, which is counted with the rest.
  const total = mines.data?.total ?? (counts.isPlaceholderData ? null : (counts.data?.total ?? null));
  const changed = useChangedMines();
  const keys = useBoardKeys({ list, field, filters: facets });

  const go = (next: BoardSearch, replace = false) => void navigate({ search: (now) => ({ ...now, ...next }), replace });

  return (
    <div className={classes.board}>
      <title>{`${t('board.title')} · ${t('common.product')}`}</title>
      <div className={classes.head}>
        <h1>{t('board.title')}</h1>
        <Figures region={filters.region} q={filters.q} />
      </div>
      <div className={classes.tools}>
        <SearchField
          ref={field}
          value={search.q ?? ''}
          onChange={(q) => go(firstPage({ ...search, q: q || undefined }), true)}
        />
        <p className={classes.total} role="status">
          {mines.data ? (total === null ? t('closures.counting') : t('board.shown', { count: total })) : null}
        </p>
        <CiteButton path="/v1/mines" query={filters} figure="/total" />
        <Shortcuts searches open={keys.helpOpen} onOpen={keys.openHelp} onClose={keys.closeHelp} />
      </div>
      <div ref={facets} className={classes.facets}>
        <Facets search={search} counts={counts.data} onChange={(next) => go(firstPage(next))} />
      </div>
      <div ref={list} className={classes.list} aria-busy={mines.isFetching} data-stale={mines.isPlaceholderData}>
        {mines.isPending ? (
          <Loading lines={12} />
        ) : mines.isError ? (
          <Failure error={mines.error} onRetry={() => void mines.refetch()} />
        ) : mines.data.items.length === 0 ? (
          <NoMines search={search} onClear={() => go(withoutFilters(search))} />
        ) : narrow ? (
          <MineCards mines={mines.data.items} changed={changed} />
        ) : (
          <MinesTable
            mines={mines.data.items}
            changed={changed}
            sort={{ column, descending }}
            onSort={(by) => go(sortedBy(search, by))}
          />
        )}
        {mines.data ? <Pager list="mines" search={search} total={total} next={mines.data.next} onGo={go} /> : null}
      </div>
    </div>
  );
}

function NoMines({ search, onClear }: { readonly search: BoardSearch; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { kind, day } = useAsOf();
  if (isFiltered(search)) {
    return (
      <Empty title={search.q ? t('board.emptyQuery', { query: search.q }) : t('board.empty')}>
        <Button onClick={onClear}>{t('board.facet.clear')}</Button>
      </Empty>
    );
  }
  if (kind === 'past') return <Empty title={t('board.emptyAsOf', { day: dates.day(day) })} />;
  return (
    <Empty title={t('board.emptyAtAll')}>
      <p>{t('board.emptyAtAllDetail')}</p>
    </Empty>
  );
}
