import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMinePages } from '../api/mine-pages.ts';
import { useMineCounts } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { CiteButton } from '../citation/cite-button.tsx';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useMedia, useNarrow } from '../design/use-narrow.ts';
import { useDates } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { ReplayMines } from '../studio/replay/replay-mines.tsx';
import classes from './board.module.css';
import { type BoardSearch, filtersOf, isFiltered, sortedBy, sortIn, withoutFilters } from './board-search.ts';
import { ColumnChoice } from './column-choice.tsx';
import { columnsIn } from './columns.ts';
import { Facets } from './facets.tsx';
import { Figures } from './figures.tsx';
import { MineCards } from './mine-cards.tsx';
import { MinesTable } from './mines-table.tsx';
import { MoreMines } from './more-mines.tsx';
import { SearchField } from './search-field.tsx';
import { SelectionBar } from './selection/selection-bar.tsx';
import { useSaveSelected } from './selection/use-save-selected.ts';
import { useSelection } from './selection/use-selection.ts';
import { Shortcuts } from './shortcuts.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useChangedMines } from './use-changed-mines.ts';
import { SavedViews } from './views/saved-views.tsx';

/** The board: every mine with its status, whom it waits on and what is due, as of the instant that the page looks at. */
export function BoardPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/mines' });
  const navigate = useNavigate({ from: '/mines' });
  const role = useSession()?.role;
  const narrow = useNarrow();
  const short = useMedia('(max-width: 1099px)');
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const facets = useRef<HTMLDivElement>(null);
  const filters = filtersOf(search);
  const { instants } = useAsOf();
  const sort = sortIn(search);
  const columns = useMemo(() => columnsIn(search.columns, { short }), [search.columns, short]);
  const mines = useMinePages({ ...filters, sort: `${sort.descending ? '-' : ''}${sort.column}` });
  const counts = useMineCounts(filters);
  const items = mines.data?.items ?? [];
  // About a past day the page comes before its total, which is counted with the rest.
  const total = mines.data?.total ?? (counts.isPlaceholderData ? null : (counts.data?.total ?? null));
  const changed = useChangedMines();
  const selection = useSelection(JSON.stringify([filters, instants]));
  const saveSelected = useSaveSelected(columns);
  const keys = useBoardKeys({ list, field, filters: facets, selection: narrow ? undefined : selection });
  const { fetchNextPage } = mines;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  const go = (next: BoardSearch, replace = false) => void navigate({ search: (now) => ({ ...now, ...next }), replace });

  return (
    <div className={classes.board}>
      <title>{`${t('board.title')} · ${t('common.product')}`}</title>
      <div className={classes.head}>
        <h1>{t('board.title')}</h1>
        <Figures region={filters.region} q={filters.q} />
      </div>
      <div className={classes.tools}>
        <SearchField ref={field} value={search.q ?? ''} onChange={(q) => go({ ...search, q: q || undefined }, true)} />
        <p className={classes.total} role="status">
          {mines.data ? (total === null ? t('closures.counting') : t('board.shown', { count: total })) : null}
        </p>
        <CiteButton path="/v1/mines" query={filters} figure="/total" />
        {role === 'analyst' ? <ReplayMines mineIds={items.map(({ mineId }) => mineId)} /> : null}
        <ColumnChoice shown={columns} onChange={(chosen) => go({ columns: chosen }, true)} />
        <Shortcuts searches selects open={keys.helpOpen} onOpen={keys.openHelp} onClose={keys.closeHelp} />
      </div>
      <div className={classes.facets}>
        <SavedViews search={search} />
        <div ref={facets}>
          <Facets search={search} counts={counts.data} onChange={go} />
        </div>
      </div>
      <div
        ref={list}
        className={classes.list}
        aria-busy={mines.isFetching && !mines.isFetchingNextPage}
        data-stale={mines.isPlaceholderData}
      >
        {mines.isPending ? (
          <Loading lines={12} />
        ) : mines.isLoadingError ? (
          <Failure error={mines.error} onRetry={() => void mines.refetch()} />
        ) : items.length === 0 ? (
          <NoMines search={search} onClear={() => go(withoutFilters(search))} />
        ) : narrow ? (
          <MineCards mines={items} changed={changed} />
        ) : (
          <>
            {selection.selected ? (
              <SelectionBar
                selected={selection.selected}
                total={total}
                listed={items.length}
                search={search}
                onAll={selection.takeAll}
                onClear={selection.clear}
                onSave={() => saveSelected(items.filter(({ mineId }) => selection.rows[mineId]))}
              />
            ) : null}
            <MinesTable
              mines={items}
              total={total}
              shown={columns}
              changed={changed}
              sort={sort}
              onSort={(by) => go(sortedBy(search, by))}
              selection={selection.rows}
              onSelect={selection.change}
            />
          </>
        )}
        {mines.hasNextPage ? (
          <MoreMines
            shown={items.length}
            total={total}
            byItself={!narrow}
            loading={mines.isFetching}
            error={mines.isFetchNextPageError ? mines.error : null}
            onMore={more}
          />
        ) : null}
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
        <Button onClick={onClear}>{t('common.filters.clear')}</Button>
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
