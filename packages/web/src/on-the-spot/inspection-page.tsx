import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { newKey } from '../api/client.ts';
import { useNext } from '../api/queries.ts';
import { rekeyDraft } from '../case/form/drafts.ts';
import { Empty } from '../design/states.tsx';
import { useDates, useWords } from '../language/use-words.ts';
import { useClockOff } from '../outbox/device-clock.ts';
import { dropAct, useKeptActs } from '../outbox/kept-acts.ts';
import { KeptList } from '../outbox/kept-list.tsx';
import { KeptMine } from '../outbox/kept-mine.tsx';
import { ParentLink, YouAreHere } from '../shell/you-are-here.tsx';
import { isInspectable } from './inspectable.ts';
import { InspectionForm } from './inspection-form.tsx';
import classes from './on-the-spot.module.css';
import { useRecordName } from './record-name.ts';
import { TakeAlong } from './take-along.tsx';

/** An inspection on the spot: one checklist, put on record by one press, with a line or without. */
export function InspectionPage() {
  const { mineId } = useParams({ from: '/mines/$mineId/inspection' });
  return <KeptMine mineId={mineId}>{(mine) => <Inspection key={mineId} mine={mine} />}</KeptMine>;
}

function Inspection({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const dates = useDates();
  const next = useNext(mine.mineId);
  const nameOf = useRecordName();
  const off = useClockOff();
  const acts = useKeptActs(mine.mineId).filter(({ together }) => together);
  const waiting = acts.some(({ state }) => state !== 'received');
  return (
    <div className={classes.page}>
      <title>{`${t('common.nav.inspection')} · ${mine.name} · ${t('common.product')}`}</title>
      <YouAreHere>
        <ParentLink to="/on-the-spot">{t('spot.list.title')}</ParentLink>
        <ParentLink to="/mines/$mineId" params={{ mineId: mine.mineId }}>
          {t('spot.toCase')}
        </ParentLink>
      </YouAreHere>
      <header className={classes.head}>
        <h1>{mine.name}</h1>
        <p className="quiet">
          {[mine.mineId, words.place(mine.region), words.state('operation', mine.state.operation)].join(' · ')}
        </p>
        <p className="quiet">{t('spot.readAt', { time: dates.time(mine.asOf) })}</p>
      </header>
      <TakeAlong mineId={mine.mineId} />
      {off === null ? null : (
        <p role="note" className={classes.clock}>
          {t(off > 0 ? 'spot.clock.ahead' : 'spot.clock.behind', { count: Math.abs(off) })}
        </p>
      )}
      {acts.length > 0 ? (
        <KeptList
          acts={acts}
          nameOf={nameOf}
          onChange={({ key, form }) => {
            rekeyDraft(form, newKey());
            void dropAct(key);
          }}
        />
      ) : null}
      {waiting ? null : isInspectable(mine) ? (
        <InspectionForm key={mine.revision} mine={mine} next={next.data} />
      ) : (
        <Empty title={t('spot.none')}>
          <p>{t('spot.noneDetail')}</p>
        </Empty>
      )}
    </div>
  );
}
