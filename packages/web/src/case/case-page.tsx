import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../api/answers.ts';
import { useHistory, useMine, useNext } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Failure, Loading } from '../design/states.tsx';
import { useWide } from '../design/use-narrow.ts';
import { CaseWordings } from '../language/procedure-wordings.tsx';
import { MineFailure } from '../shell/mine-failure.tsx';
import { type OpenCorrection, OpenForms } from './actions/open-forms.tsx';
import { WhatYouCanDo } from './actions/what-you-can-do.tsx';
import classes from './case.module.css';
import { CaseHeader } from './case-header.tsx';
import { ClosureClock } from './closure-clock.tsx';
import { courseOf, newestFirst } from './course.ts';
import { CourseChart } from './course-chart.tsx';
import { FileTabs } from './file/file-tabs.tsx';
import { matterOf } from './matter.ts';
import { Section } from './section.tsx';
import { useSpeech } from './speech.ts';
import { Timeline } from './timeline/timeline.tsx';

/** A case: what is the matter with a mine now, what can be done about it, everything on its file, and how it came to this. */
export function CasePage() {
  const { mineId } = useParams({ from: '/mines/$mineId' });
  const mine = useMine(mineId);
  if (mine.isPending) return <Loading lines={8} />;
  if (mine.isError) return <MineFailure error={mine.error} onRetry={() => void mine.refetch()} />;
  return (
    <CaseWordings mine={mine.data}>
      <Case key={mineId} mine={mine.data} />
    </CaseWordings>
  );
}

function Case({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const history = useHistory(mine.mineId);
  const { kind } = useAsOf();
  const next = useNext(mine.mineId, { enabled: kind === 'today' });
  const [correction, setCorrection] = useState<OpenCorrection>(null);
  const [sent, setSent] = useState<SentAnswer | null>(null);
  const pages = history.data?.pages;
  const events = useMemo(() => newestFirst((pages ?? []).flatMap(({ items }) => items)), [pages]);
  const mayCorrect = kind === 'today' && (next.data?.possible.some(({ type }) => type === 'FactCorrected') ?? false);
  const wide = useWide();
  const clock = <ClosureClock mine={mine} />;
  const actions = <WhatYouCanDo mine={mine} sent={sent} onOpen={() => setSent(null)} />;
  const course = (
    <Section title={t('chart.title')}>
      <Loaded history={history}>
        <CourseChart mine={mine} history={courseOf(events)} />
        {history.hasNextPage ? <p className="quiet">{t('chart.onlyShown')}</p> : null}
      </Loaded>
    </Section>
  );
  const timeline = (
    <Loaded history={history}>
      <Timeline
        mine={mine}
        events={events}
        total={pages?.[0]?.total ?? events.length}
        onMore={history.hasNextPage ? () => void history.fetchNextPage() : undefined}
        loadingMore={history.isFetchingNextPage}
        onCorrect={mayCorrect ? (event) => setCorrection({ event }) : undefined}
      />
    </Loaded>
  );
  return (
    <article className={classes.case}>
      <CaseHeader mine={mine} />
      <Matter mine={mine} />
      {wide ? (
        <>
          {clock}
          <div className={classes.body}>
            <div className={classes.column}>
              {course}
              <FileTabs mine={mine} />
            </div>
            <div className={classes.column}>
              {actions}
              {timeline}
            </div>
          </div>
        </>
      ) : (
        <div className={classes.column}>
          {actions}
          {clock}
          <FileTabs mine={mine} />
          {course}
          {timeline}
        </div>
      )}
      <OpenForms mine={mine} events={events} correction={correction} onCorrection={setCorrection} onSent={setSent} />
    </article>
  );
}

/** The history's part of the page, once it is there. */
function Loaded({
  history,
  children,
}: {
  readonly history: Pick<ReturnType<typeof useHistory>, 'isPending' | 'isError' | 'error' | 'refetch'>;
  readonly children: ReactNode;
}) {
  if (history.isPending) return <Loading lines={6} />;
  return history.isError ? <Failure error={history.error} onRetry={() => void history.refetch()} /> : children;
}

/** What is the matter now, in words. */
function Matter({ mine }: { readonly mine: MineDetail }) {
  const speech = useSpeech(mine.asOf);
  const [first, ...rest] = matterOf(mine, speech);
  return (
    <p className={classes.matter}>
      <strong>{first}</strong>
      {rest.map((sentence) => (
        <span key={sentence}>{speech.t('common.nextSentence', { sentence })}</span>
      ))}
    </p>
  );
}
