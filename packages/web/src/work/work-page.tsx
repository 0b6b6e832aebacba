import { officials } from '@rectify/engine/rectification';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkList } from '../api/answers.ts';
import { useWork } from '../api/work.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Shortcuts } from '../board/shortcuts.tsx';
import { useBoardKeys } from '../board/use-board-keys.ts';
import { useChangedMines } from '../board/use-changed-mines.ts';
import { useSpeech } from '../case/speech.ts';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { firstPage } from '../paging/paged.ts';
import { PAGE_SIZE, Pager } from '../paging/pager.tsx';
import { useSession } from '../session/session.ts';
import { HandOver } from './handover/hand-over.tsx';
import { useQueueInstants } from './use-queue-instants.ts';
import classes from './work.module.css';
import { WorkCards } from './work-cards.tsx';
import { WorkFilters } from './work-filters.tsx';
import { groupsOf } from './work-groups.ts';
import { isFiltered, type WorkSearch, withoutFilters } from './work-search.ts';
import { WorkTable } from './work-table.tsx';

/** What needs an official, or needed them on the day that the address names: requests to answer, what is due, cases that wait for them. Nobody else has such a page. */
export function WorkPage() {
  const role = useSession()?.role;
  return role !== undefined && officials.includes(role) ? <Queue /> : <Navigate to="/" replace />;
}

function Queue() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/work' });
  const navigate = useNavigate({ from: '/work' });
  const role = useSession()?.role;
  const list = useRef<HTMLDivElement>(null);
  const { scope, kind, region, overdue, cursor } = search;
  const past = useQueueInstants();
  const work = useWork({ scope, kind, region, overdue, cursor, limit: PAGE_SIZE, ...past });
  const keys = useBoardKeys({ list });
  const go = (next: WorkSearch) => void navigate({ search: (now) => ({ ...now, ...next }) });

  return (
    <div className={classes.work}>
      <title>{`${t('work.title')} · ${t('common.product')}`}</title>
      <div className={classes.head}>
        <h1>{t('work.title')}</h1>
        <p className={classes.total} role="status">
          {work.data ? <HowMuch work={work.data} /> : null}
        </p>
        {role === 'supervisor' && past === undefined ? <HandOver items={work.data?.items ?? []} /> : null}
      </div>
      <OfToday />
      <div className={classes.tools}>
        <WorkFilters search={search} onChange={(next) => go(firstPage(next))} />
        <div className={classes.keys}>
          <Shortcuts open={keys.helpOpen} onOpen={keys.openHelp} onClose={keys.closeHelp} />
        </div>
      </div>
      <div ref={list} className={classes.list} aria-busy={work.isFetching} data-stale={work.isPlaceholderData}>
        {work.isPending ? (
          <Loading lines={12} />
        ) : work.isError ? (
          <Failure error={work.error} onRetry={() => void work.refetch()} />
        ) : work.data.items.length === 0 ? (
          <Nothing filtered={isFiltered(search)} onClear={() => go(withoutFilters)} />
        ) : (
          <Items work={work.data} />
        )}
        {work.data ? (
          <Pager list="work" search={search} total={work.data.total} next={work.data.next} onGo={go} />
        ) : null}
      </div>
    </div>
  );
}

function HowMuch({ work: { total, overdue } }: { readonly work: WorkList }) {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <>
      {t('work.total', { count: total })}
      {t('work.join')}
      {overdue === 0 ? t('work.noneOverdue') : <strong>{t('work.overdue', { count: overdue })}</strong>}
    </>
  );
}

/** Says, while the page looks back by itself, that the queue does not. */
function OfToday() {
  const { t } = useTranslation();
  const looksBack = useAsOf().kind === 'past';
  const ofToday = useQueueInstants() === undefined;
  return looksBack && ofToday ? <p className={classes.ofToday}>{t('work.ofToday')}</p> : null;
}

function Items({ work: { items, asOf } }: { readonly work: WorkList }) {
  const narrow = useNarrow();
  const shown = { groups: groupsOf(items), changed: useChangedMines(), speech: useSpeech(asOf) };
  return narrow ? <WorkCards {...shown} /> : <WorkTable {...shown} />;
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  if (!filtered) return <Empty title={t('work.empty')} />;
  return (
    <Empty title={t('work.emptyFiltered')}>
      <Button onClick={onClear}>{t('common.filters.clear')}</Button>
    </Empty>
  );
}
