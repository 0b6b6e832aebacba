import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMine } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { courseOf } from '../case/course.ts';
import { useSpeech } from '../case/speech.ts';
import { useReferred } from '../case/timeline/use-referred.ts';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useSession } from '../session/session.ts';
import { MineFailure } from '../shell/mine-failure.tsx';
import { ParentLink, YouAreHere } from '../shell/you-are-here.tsx';
import { Statechart } from '../statechart/statechart.tsx';
import { minesNamed } from '../studio/replay/several-search.ts';
import { Figures } from './figures.tsx';
import { ReplayControls } from './replay-controls.tsx';
import { ReplayKeyHelp } from './replay-key-help.tsx';
import classes from './replay-page.module.css';
import { type ReplayStep, replaySteps } from './replay-steps.ts';
import { StepList } from './step-list.tsx';
import { useFiguresAt } from './use-figures-at.ts';
import { SHOWN, usePlaying } from './use-playing.ts';
import { useReplayKeys } from './use-replay-keys.ts';
import { useWholeHistory } from './use-whole-history.ts';
import { stepTitle, WhatChanged } from './what-changed.tsx';

/** The replay of a case: step by step through its history, with the statechart and the figures following. */
export function ReplayPage() {
  const { t } = useTranslation();
  const { mineId } = useParams({ from: '/mines/$mineId/replay' });
  const session = useSession();
  const owner = session?.role === 'owner';
  const [help, setHelp] = useState(false);
  const { data: mine } = useMine(mineId);
  const { on } = useAsOf();
  const until = on?.instant;
  const history = useWholeHistory(mineId);
  const steps = useMemo(() => (history.events ? replaySteps(history.events, until) : null), [history.events, until]);
  if (history.error) return <MineFailure error={history.error} onRetry={history.retry} />;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <YouAreHere>
          <ParentLink to={owner ? '/my' : '/mines'}>
            {owner ? t('common.nav.myMines', { count: session.mines.length }) : t('common.nav.mines')}
          </ParentLink>
          <ParentLink to={owner ? '/my/$mineId' : '/mines/$mineId'} params={{ mineId }}>
            {mineId}
          </ParentLink>
        </YouAreHere>
        <div className={classes.title}>
          <h1>{t('replay.heading', { name: mine?.name ?? mineId })}</h1>
          {owner ? null : (
            <Link to="/studio/replay" search={minesNamed([mineId])}>
              {t('replay.besideOthers')}
            </Link>
          )}
          <ReplayKeyHelp open={help} onOpen={() => setHelp(true)} onClose={() => setHelp(false)} />
        </div>
      </header>
      {steps === null ? (
        <Reading loaded={history.loaded} total={history.total} />
      ) : steps.length === 0 ? (
        <Empty title={t('replay.empty')} />
      ) : (
        <Steps mineId={mineId} steps={steps} onHelp={() => setHelp(true)} />
      )}
    </div>
  );
}

function Reading({ loaded, total }: { readonly loaded: number; readonly total: number | null }) {
  const { t } = useTranslation();
  if (total === null) return <Loading lines={10} />;
  return (
    <div role="status" className={classes.reading}>
      <p>{t('replay.reading', { loaded, total })}</p>
      <progress value={loaded} max={total} aria-label={t('replay.reading', { loaded, total })} />
    </div>
  );
}

function Steps({
  mineId,
  steps,
  onHelp,
}: {
  readonly mineId: string;
  readonly steps: readonly ReplayStep[];
  readonly onHelp: () => void;
}) {
  const { step: asked } = useSearch({ from: '/mines/$mineId/replay' });
  const navigate = useNavigate({ from: '/mines/$mineId/replay' });
  const index = Math.min(Math.max(asked ?? 1, 1), steps.length) - 1;
  const last = steps.length - 1;
  const step = steps[index];
  const goTo = useCallback(
    (next: number) => {
      const within = Math.min(Math.max(next, 0), last);
      void navigate({ search: (now) => ({ ...now, step: within + 1 }), replace: true, resetScroll: false });
    },
    [navigate, last],
  );
  const { now, before } = useFiguresAt(mineId, steps, index);
  const ready = now.isSuccess && !now.isPlaceholderData;
  const play = usePlaying({ index, last, shown: SHOWN, ready: ready || now.isError, onStep: goTo });
  const jump = (to: number) => {
    play.stop();
    goTo(to);
  };
  useReplayKeys({
    next: () => jump(index + 1),
    previous: () => jump(index - 1),
    first: () => jump(0),
    last: () => jump(last),
    toggle: play.toggle,
    help: onHelp,
  });
  const standings = useMemo(() => steps.map(({ standing }) => standing), [steps]);
  const speech = useSpeech(step?.standing.occurredAt ?? '');
  const referred = useReferred(standings, speech);
  const course = useMemo(() => courseOf(standings.slice(0, index + 1).toReversed()), [standings, index]);
  if (!step) return null;
  return (
    <>
      <ReplayControls
        steps={steps}
        index={index}
        playing={play.playing}
        said={stepTitle(step, speech, referred)}
        onStep={jump}
        onToggle={play.toggle}
      />
      <WhatChanged step={step} quiet={play.playing} speech={speech} referred={referred} />
      <div className={classes.body}>
        <div className={classes.picture}>
          <Statechart value={step.value} history={course} />
          <div aria-busy={!ready}>
            {now.isError ? (
              <Failure error={now.error} onRetry={() => void now.refetch()} />
            ) : now.data ? (
              <Figures mine={now.data} before={ready ? before : null} sharing={step.sharing} />
            ) : (
              <Loading lines={8} />
            )}
          </div>
        </div>
        <StepList steps={steps} index={index} speech={speech} referred={referred} onStep={jump} />
      </div>
    </>
  );
}
