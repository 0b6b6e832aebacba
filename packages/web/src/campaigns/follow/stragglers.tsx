import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMines } from '../../api/queries.ts';
import { useMineWords } from '../../board/mine-words.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { StatusMark } from '../../design/status-mark.tsx';
import { daysText } from '../../language/durations.ts';
import classes from './follow.module.css';
import { LOOKED_THROUGH, QUIET_DAYS, type Straggler, stragglersAmong } from './straggling.ts';

/** So many are shown. */
const SHOWN = 8;

/** The mines of a campaign that have been shut longest while nothing happens, with whose turn it is. */
export function Stragglers({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  const mines = useMines({ campaign: campaignId, shut: 'true', sort: 'lastChange', limit: LOOKED_THROUGH });
  if (mines.isPending) return <Loading lines={6} />;
  if (mines.isError) return <Failure error={mines.error} onRetry={() => void mines.refetch()} />;
  if (mines.data.items.length === 0) return <p className="quiet">{t('campaigns.cases.noneShut')}</p>;
  const stragglers = stragglersAmong(mines.data.items);
  if (stragglers.length === 0) return <p className="quiet">{t('follow.stragglers.none', { count: QUIET_DAYS })}</p>;
  const more = mines.data.next !== undefined;
  return (
    <>
      <p>
        {t(more ? 'follow.stragglers.moreThan' : 'follow.stragglers.some', {
          count: stragglers.length,
          days: daysText(QUIET_DAYS, t),
        })}
      </p>
      <ul className={classes.stragglers}>
        {stragglers.slice(0, SHOWN).map((straggler) => (
          <Line key={straggler.mine.mineId} straggler={straggler} />
        ))}
      </ul>
      {stragglers.length > SHOWN ? (
        <p>
          <Link to="/mines" search={{ campaign: campaignId, shut: 'true', sort: 'lastChange' }}>
            {t('follow.stragglers.all')}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Line({ straggler: { mine, onlyDeadline, quietDays } }: { readonly straggler: Straggler }) {
  const { t } = useTranslation();
  const { region, days, waitingOn, changedOn, change, due, late } = useMineWords()(mine);
  const { mineId, name, status } = mine;
  return (
    <li>
      <p>
        <Link to="/mines/$mineId" params={{ mineId }}>
          {name}
        </Link>{' '}
        <span className="quiet">{`${mineId} · ${region}`}</span>
      </p>
      <p className={classes.end}>
        <StatusMark status={status} /> <span className="numeric">{days}</span>
      </p>
      <p className="quiet">
        {onlyDeadline
          ? t('follow.stragglers.onlyDeadline', { day: changedOn })
          : t('follow.stragglers.quiet', { days: daysText(quietDays, t), last: change, day: changedOn })}
      </p>
      <p className={classes.end}>
        {waitingOn === null ? null : t('follow.stragglers.turn', { who: waitingOn })}
        {late ? <strong> {late}</strong> : due ? <span className="quiet"> {t('due.on', { day: due })}</span> : null}
      </p>
    </li>
  );
}
