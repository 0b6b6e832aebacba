import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { useStatistics } from '../api/queries.ts';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { mineStatuses } from '../language/statuses.ts';
import { useWords } from '../language/use-words.ts';
import { ActiveFilters } from './active-filters.tsx';
import { type BarLine, BarTable } from './bar-table.tsx';
import { Counted } from './counted.tsx';
import { Course } from './course.tsx';
import { Groups } from './groups.tsx';
import { HowLong } from './how-long.tsx';
import { Late } from './late.tsx';
import classes from './statistics.module.css';
import { type StatisticsSearch, statisticsQueryOf } from './statistics-search.ts';
import { TimePerState } from './time-per-state.tsx';

/** Counts and durations of mines and closures, as of the instant that the page looks at. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/statistics' });
  const statistics = useStatistics({ ...statisticsQueryOf(search), explain: 'whole' });
  return (
    <div className={classes.page}>
      <title>{`${t('statistics.title')} · ${t('common.product')}`}</title>
      <header className={classes.head}>
        <h1>{t('statistics.title')}</h1>
        <ActiveFilters search={search} />
      </header>
      {statistics.isPending ? (
        <Loading lines={12} />
      ) : statistics.isError ? (
        <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />
      ) : statistics.data.mines === 0 && statistics.data.total === 0 ? (
        <Empty title={t('statistics.empty')} />
      ) : (
        <div className={classes.parts} aria-busy={statistics.isPlaceholderData}>
          <Answer answer={statistics.data} search={search} />
        </div>
      )}
    </div>
  );
}

function Answer({ answer, search }: { readonly answer: StatisticsAnswer; readonly search: StatisticsSearch }) {
  const { t } = useTranslation();
  const { mines, total, ongoing } = answer;
  return (
    <>
      <Part title={t('statistics.duration.title')} wide>
        <HowLong answer={answer} search={search} />
      </Part>
      <Part title={t('statistics.status.title', { count: mines })}>
        <ByStatus answer={answer} />
      </Part>
      <Part title={t('statistics.closures.title', { count: total })}>
        {total === 0 ? <p>{t('statistics.none')}</p> : <ByOutcome answer={answer} />}
      </Part>
      <Part title={t('statistics.waiting.title', { count: ongoing })}>
        {ongoing === 0 ? <p>{t('statistics.none')}</p> : <Waiting answer={answer} />}
      </Part>
      <Part title={t('statistics.late.title')}>
        <Late answer={answer} />
      </Part>
      <Part title={t('statistics.perState.title')} wide>
        <TimePerState answer={answer} />
      </Part>
      <Part title={t('statistics.course.title')} wide>
        <Course search={search} />
      </Part>
      <Part title={t('statistics.groups.title')} wide>
        <Groups answer={answer} search={search} />
      </Part>
    </>
  );
}

function Part({
  title,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes.part} data-wide={wide}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

/** The whole that the lines beneath are parts of, and its halves, each opening what it counts. */
function Whole({
  parts,
}: {
  readonly parts: readonly {
    readonly text: string;
    readonly count: number;
    readonly query: string | null | undefined;
  }[];
}) {
  return (
    <p className={classes.whole}>
      {parts.map(({ text, count, query }) => (
        <span key={text}>
          <Counted count={count} query={query}>
            {text}
          </Counted>
        </span>
      ))}
    </p>
  );
}

function ByStatus({ answer: { mines, byStatus, explainMines } }: { readonly answer: StatisticsAnswer }) {
  const { t } = useTranslation();
  const lines = mineStatuses.map(
    (status): BarLine => ({
      key: status,
      name: <StatusMark status={status} />,
      count: byStatus[status] ?? 0,
      query: explainMines?.byStatus[status],
    }),
  );
  return (
    <>
      <Whole
        parts={[{ text: t('statistics.status.all', { count: mines }), count: mines, query: explainMines?.mines }]}
      />
      <BarTable
        caption={t('statistics.status.caption')}
        columns={[t('common.status'), t('statistics.mines')]}
        lines={lines}
      />
    </>
  );
}

function ByOutcome({ answer: { total, ongoing, ended, byOutcome, explain } }: { readonly answer: StatisticsAnswer }) {
  const { t } = useTranslation();
  const outcomes = ['reopened', 'withdrawn', 'quashed', 'decommissioned'] as const;
  const lines = [
    { key: 'ongoing', name: t('statistics.closures.ongoing'), count: ongoing, query: explain?.ongoing },
    ...outcomes.map((outcome) => ({
      key: outcome,
      name: t(`domain.outcome.${outcome}`),
      count: byOutcome[outcome],
      query: explain?.byOutcome[outcome],
    })),
  ];
  return (
    <>
      <Whole
        parts={[
          { text: t('statistics.closures.all', { count: total }), count: total, query: explain?.total },
          { text: t('statistics.closures.allOngoing', { count: ongoing }), count: ongoing, query: explain?.ongoing },
          { text: t('statistics.closures.allEnded', { count: ended }), count: ended, query: explain?.ended },
        ]}
      />
      <BarTable
        caption={t('statistics.closures.caption')}
        columns={[t('statistics.closures.outcome'), t('statistics.closures.column')]}
        lines={lines}
      />
    </>
  );
}

function Waiting({ answer: { waitingOn, explain } }: { readonly answer: StatisticsAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const explained = explain?.waitingOn;
  const offices = Object.entries(waitingOn.byOffice)
    .toSorted(([, a], [, b]) => b - a)
    .map(
      ([office, count]): BarLine => ({
        key: office,
        name: words.office(office),
        count,
        query: explained?.byOffice[office],
      }),
    );
  const owner = { key: 'owner', name: t('domain.party.owner'), count: waitingOn.owner, query: explained?.owner };
  const nobody = { key: 'nobody', name: t('domain.party.nobody'), count: waitingOn.nobody, query: explained?.nobody };
  return (
    <BarTable
      caption={t('statistics.waiting.caption')}
      columns={[t('statistics.waiting.who'), t('statistics.closures.column')]}
      lines={[owner, ...offices, ...(waitingOn.nobody > 0 ? [nobody] : [])]}
    />
  );
}
