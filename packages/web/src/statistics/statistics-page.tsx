import { Link, useSearch } from '@tanstack/react-router';
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
  const statistics = useStatistics(statisticsQueryOf(search));
  return (
    <div className={classes.page}>
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
  const { mines, total, ongoing, ended } = answer;
  return (
    <>
      <Part title={t('statistics.duration.title')} wide>
        <HowLong answer={answer} />
      </Part>
      <Part title={t('statistics.status.title', { count: mines })}>
        <ByStatus answer={answer} region={search.region} />
      </Part>
      <Part title={t('statistics.closures.title', { count: total })}>
        <p className="quiet">{t('statistics.closures.split', { ongoing, ended })}</p>
        <ByOutcome answer={answer} />
      </Part>
      <div className={classes.stack}>
        <Part title={t('statistics.waiting.title', { count: ongoing })}>
          <Waiting answer={answer} region={search.region} />
        </Part>
        <Part title={t('statistics.late.title')}>
          <Late answer={answer} />
        </Part>
      </div>
      <Part title={t('statistics.perState.title')}>
        <TimePerState perState={answer.perState} />
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

function ByStatus({
  answer: { byStatus },
  region,
}: {
  readonly answer: StatisticsAnswer;
  readonly region: string | undefined;
}) {
  const { t } = useTranslation();
  const lines = mineStatuses.map(
    (status): BarLine => ({
      key: status,
      name: <StatusMark status={status} />,
      count: byStatus[status] ?? 0,
      link: (figure) => (
        <Link to="/mines" search={{ status, region }}>
          {figure}
        </Link>
      ),
    }),
  );
  return (
    <BarTable
      caption={t('statistics.status.caption')}
      columns={[t('board.column.status'), t('statistics.mines')]}
      lines={lines}
    />
  );
}

function ByOutcome({ answer: { ongoing, byOutcome } }: { readonly answer: StatisticsAnswer }) {
  const { t } = useTranslation();
  const outcomes = ['reopened', 'withdrawn', 'quashed', 'decommissioned'] as const;
  const lines = [
    { key: 'ongoing', name: t('statistics.closures.ongoing'), count: ongoing },
    ...outcomes.map((outcome) => ({ key: outcome, name: t(`domain.outcome.${outcome}`), count: byOutcome[outcome] })),
  ];
  return (
    <BarTable
      caption={t('statistics.closures.caption')}
      columns={[t('statistics.closures.outcome'), t('statistics.closures.column')]}
      lines={lines}
    />
  );
}

function Waiting({
  answer: { waitingOn },
  region,
}: {
  readonly answer: StatisticsAnswer;
  readonly region: string | undefined;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const line = (key: string, name: string, count: number): BarLine => ({
    key,
    name,
    count,
    link: (figure) => (
      <Link to="/mines" search={{ waitingOn: key, region }}>
        {figure}
      </Link>
    ),
  });
  const offices = Object.entries(waitingOn.byOffice)
    .toSorted(([, a], [, b]) => b - a)
    .map(([office, count]) => line(office, words.office(office), count));
  const nobody: BarLine[] =
    waitingOn.nobody > 0 ? [{ key: 'nobody', name: t('domain.party.nobody'), count: waitingOn.nobody }] : [];
  return (
    <BarTable
      caption={t('statistics.waiting.caption')}
      columns={[t('statistics.waiting.who'), t('statistics.closures.column')]}
      lines={[line('owner', t('domain.party.owner'), waitingOn.owner), ...offices, ...nobody]}
    />
  );
}
