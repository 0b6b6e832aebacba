import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { Unreachable } from '../api/problem.ts';
import { useHistory, useMine, useNext } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Loading } from '../design/states.tsx';
import { CaseWordings } from '../language/procedure-wordings.tsx';
import { useOffline } from '../outbox/use-offline.ts';
import { MineFailure } from '../shell/mine-failure.tsx';
import { ActsList } from './acts-list.tsx';
import { Appeal } from './appeal.tsx';
import { ChangedSince } from './changed-since.tsx';
import { Earlier } from './earlier.tsx';
import { KeptHere } from './kept-here.tsx';
import { Missing } from './missing.tsx';
import { Next } from './next.tsx';
import { OnFile } from './on-file.tsx';
import { OwnActsProvider, type Possible, type Preset } from './own-acts.tsx';
import { OwnerForm } from './owner-form.tsx';
import classes from './owner-page.module.css';
import { PrintHead, useOpenInPrint } from './print-parts.tsx';
import { Timeline } from './timeline.tsx';
import { Verdict } from './verdict.tsx';
import { Why } from './why.tsx';

/** An owner's mine in plain words: may I run, why not, what is missing and whose turn it is, what happens next. */
export function OwnerPage() {
  const { mineId } = useParams({ from: '/my/$mineId' });
  const mine = useMine(mineId);
  useOffline();
  // What was read stays readable without a line; what the server says of it counts.
  if (mine.isError && (!mine.data || !(mine.error instanceof Unreachable))) {
    return <MineFailure error={mine.error} onRetry={() => void mine.refetch()} />;
  }
  if (!mine.data) return <Loading lines={8} />;
  return (
    <CaseWordings mine={mine.data}>
      <OwnerMine key={mineId} mine={mine.data} />
    </CaseWordings>
  );
}

function OwnerMine({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const past = useAsOf().kind === 'past';
  const history = useHistory(mine.mineId);
  const next = useNext(mine.mineId, { enabled: !past });
  const [opened, setOpened] = useState<{ readonly act: Possible; readonly preset: Preset } | null>(null);
  const possible = past ? undefined : next.data?.possible;
  const acts = useMemo(
    () => ({ possible: possible ?? [], open: (act: Possible, preset: Preset) => setOpened({ act, preset }) }),
    [possible],
  );
  const events = useMemo(() => history.data?.pages.flatMap(({ items }) => items) ?? [], [history.data]);
  useOpenInPrint();
  return (
    <OwnActsProvider value={acts}>
      <article className={classes.page} aria-label={t('owner.title')}>
        <PrintHead knownAt={mine.knownAt} />
        <div className={classes.top}>
          <Verdict mine={mine} />
          <ChangedSince key={past ? 'past' : 'now'} mine={mine} events={events} past={past} />
        </div>
        <div className={classes.main}>
          {past ? null : <KeptHere mine={mine} />}
          <Why mine={mine} order={events.find(({ eventId }) => eventId === mine.closure?.eventId)} />
          <Missing mine={mine} events={events} />
          <Next mine={mine} past={past} />
        </div>
        <div className={classes.side}>
          <Appeal mine={mine} />
          <ActsList next={next.data} past={past} />
        </div>
        <div className={classes.rest}>
          <Timeline mine={mine} history={history} />
          <OnFile mine={mine} />
          <Earlier mine={mine} />
        </div>
      </article>
      {opened ? (
        <OwnerForm mine={mine} act={opened.act} preset={opened.preset} onClose={() => setOpened(null)} />
      ) : null}
    </OwnActsProvider>
  );
}
