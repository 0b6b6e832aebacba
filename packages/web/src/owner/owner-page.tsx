import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { useHistory, useNext } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { KeptMine } from '../outbox/kept-mine.tsx';
import { useSession } from '../session/session.ts';
import { ParentLink, YouAreHere } from '../shell/you-are-here.tsx';
import { ActsList } from './acts-list.tsx';
import { Appeal } from './appeal.tsx';
import { ChangedSince } from './changed-since.tsx';
import { Earlier } from './earlier.tsx';
import { useFormsAtHand } from './forms-at-hand.ts';
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
  return <KeptMine mineId={mineId}>{(mine) => <OwnerMine key={mineId} mine={mine} />}</KeptMine>;
}

function OwnerMine({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const past = useAsOf().kind === 'past';
  const own = useSession()?.mines.length ?? 0;
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
  useFormsAtHand(acts.possible.length > 0);
  return (
    <OwnActsProvider value={acts}>
      <article className={classes.page} aria-label={t('owner.title')}>
        <PrintHead knownAt={mine.knownAt} />
        <div className={classes.top}>
          {own > 1 ? (
            <YouAreHere className={`on-screen-only ${classes.way}`}>
              <ParentLink to="/my">{t('common.nav.myMines', { count: own })}</ParentLink>
              {mine.mineId}
            </YouAreHere>
          ) : null}
          <Verdict mine={mine} />
          {past ? null : <ChangedSince mine={mine} events={events} />}
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
