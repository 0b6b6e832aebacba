import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { useMine, useMines, useNext } from '../api/queries.ts';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useDates, useWords } from '../language/use-words.ts';
import { useClockOff } from '../outbox/device-clock.ts';
import { useKeptActs } from '../outbox/kept-acts.ts';
import { KeptList } from '../outbox/kept-list.tsx';
import { useHere } from '../outbox/use-here.ts';
import { useOffline } from '../outbox/use-offline.ts';
import { INSPECTABLE } from './inspectable.ts';
import classes from './on-the-spot.module.css';
import { useRecordName } from './record-name.ts';
import { useTaken } from './use-taken.ts';

/** What an inspector takes along, what is kept on this device, and which cases wait to be inspected. */
export function OnTheSpotPage() {
  const { t } = useTranslation();
  const here = useHere();
  const nameOf = useRecordName();
  const off = useClockOff();
  const navigate = useNavigate();
  const { taken } = useTaken();
  const acts = useKeptActs().filter(({ together }) => together);
  useOffline();
  return (
    <div className={classes.page}>
      <title>{`${t('spot.list.title')} · ${t('common.product')}`}</title>
      <h1>{t('spot.list.title')}</h1>
      {off === null ? null : (
        <p role="note" className={classes.clock}>
          {t(off > 0 ? 'spot.clock.ahead' : 'spot.clock.behind', { count: Math.abs(off) })}
        </p>
      )}
      {acts.length === 0 ? null : (
        <section className={classes.part} aria-labelledby="kept">
          <h2 id="kept">{t('spot.list.kept', { here })}</h2>
          <KeptList
            acts={acts}
            nameOf={(act) => `${act.mineName} · ${nameOf(act)}`}
            onChange={({ mineId }) => void navigate({ to: '/mines/$mineId/inspection', params: { mineId } })}
          />
        </section>
      )}
      <section className={classes.part} aria-labelledby="taken">
        <h2 id="taken">{t('spot.list.taken')}</h2>
        {taken.length === 0 ? (
          <p className="quiet">{t('spot.list.takenNone')}</p>
        ) : (
          <ul className={classes.list}>
            {taken.map((mineId) => (
              <TakenCase key={mineId} mineId={mineId} />
            ))}
          </ul>
        )}
      </section>
      <Waiting />
    </div>
  );
}

/** A case that is taken along: reading it here is what keeps it. */
function TakenCase({ mineId }: { readonly mineId: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const dates = useDates();
  const mine = useMine(mineId);
  useNext(mineId);
  const { leave } = useTaken();
  return (
    <li>
      <div>
        <Link to="/mines/$mineId/inspection" params={{ mineId }} className={classes.name}>
          {mine.data?.name ?? mineId}
        </Link>
        <p className="quiet">
          {mine.data
            ? [
                words.place(mine.data.region),
                words.state('operation', mine.data.state.operation),
                t('spot.readAt', { time: dates.time(mine.data.asOf) }),
              ].join(' · ')
            : t('spot.list.reading')}
        </p>
      </div>
      <Button kind="quiet" onClick={() => leave(mineId)}>
        {t('spot.leave')}
      </Button>
    </li>
  );
}

/** The cases that wait to be inspected, to be taken along. */
function Waiting() {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const mines = useMines({
    state: INSPECTABLE.join(','),
    q,
    limit: 20,
    sort: 'since',
  });
  return (
    <section className={classes.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('spot.list.waiting')}</h2>
      <label htmlFor={id} className="visually-hidden">
        {t('common.session.searchMine')}
      </label>
      <input
        id={id}
        type="search"
        className={classes.search}
        placeholder={t('common.session.searchMine')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {mines.data ? (
        mines.data.items.length === 0 ? (
          <Empty title={t('spot.list.waitingNone')} />
        ) : (
          <ul className={classes.list}>
            {mines.data.items.map((mine) => (
              <WaitingCase key={mine.mineId} mine={mine} />
            ))}
          </ul>
        )
      ) : mines.isError ? (
        <Failure error={mines.error} onRetry={() => void mines.refetch()} />
      ) : mines.fetchStatus === 'paused' ? (
        <p className="quiet">{t('common.state.unreachable')}</p>
      ) : (
        <Loading lines={4} />
      )}
    </section>
  );
}

function WaitingCase({ mine: { mineId, name, region, state } }: { readonly mine: MineAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const { taken, takeAlong } = useTaken();
  return (
    <li>
      <div>
        <Link to="/mines/$mineId/inspection" params={{ mineId }} className={classes.name}>
          {name}
        </Link>
        <p className="quiet">{[mineId, words.place(region), words.state('operation', state.operation)].join(' · ')}</p>
      </div>
      {taken.includes(mineId) ? (
        <span>{t('spot.list.isTaken')}</span>
      ) : (
        <Button onClick={() => takeAlong(mineId)}>{t('spot.take')}</Button>
      )}
    </li>
  );
}
