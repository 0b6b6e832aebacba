import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { useMines } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { StatusShape } from '../design/status-mark.tsx';
import { dayOfInstant } from '../language/dates.ts';
import { daysText } from '../language/durations.ts';
import { useDates, useWords } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { Chevron } from './chevron.tsx';
import { shapeOf } from './may-i-run.ts';
import classes from './owner-home.module.css';
import { useSeen } from './seen.ts';

/** An owner's mines, each with the answer to *may I run?*; straight to the mine if there is only one. */
export function OwnerHome() {
  const { t } = useTranslation();
  const session = useSession();
  const dates = useDates();
  const { kind, day } = useAsOf();
  const own = session?.mines ?? [];
  const [only] = own;
  const mines = useMines({ sort: 'name', limit: 500 });
  const seen = useSeen();
  const hasNews = ({ mineId, revision }: MineAnswer) => seen.isKnown && revision > (seen.of(mineId) ?? revision);
  if (own.length === 1 && only !== undefined) return <Navigate to="/my/$mineId" params={{ mineId: only }} replace />;
  return (
    <div className={classes.home}>
      <h1>{t('owner.home.title')}</h1>
      {own.length === 0 ? (
        <Empty title={t('owner.home.none')}>
          <p>{t('owner.home.noneDetail')}</p>
        </Empty>
      ) : mines.isPending ? (
        <Loading lines={4} />
      ) : mines.isError ? (
        <Failure error={mines.error} onRetry={() => void mines.refetch()} />
      ) : mines.data.items.length === 0 ? (
        <Empty title={kind === 'past' ? t('owner.home.noneYet', { day: dates.day(day) }) : t('owner.home.none')} />
      ) : (
        <ul className={classes.mines}>
          {mines.data.items.map((mine) => (
            <OwnMine key={mine.mineId} mine={mine} hasNews={hasNews(mine)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function OwnMine({ mine, hasNews }: { readonly mine: MineAnswer; readonly hasNews: boolean }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { place } = useWords();
  const { closure } = mine;
  return (
    <li>
      <Link to="/my/$mineId" params={{ mineId: mine.mineId }} className={classes.mine}>
        <StatusShape status={shapeOf(mine)} size={16} />
        <span>
          <strong className={classes.name}>{mine.name}</strong>
          <span className={classes.answer}>{t(`owner.home.answer.${shortAnswer(mine)}`)}</span>
          <span className={classes.about}>
            {mine.mineId} · {place(mine.region)}
            {mine.shut && closure
              ? ` · ${t(mine.mayOperate ? 'owner.home.closedSince' : 'owner.home.shutSince', {
                  day: dates.day(dayOfInstant(closure.since)),
                  days: daysText(closure.days, t),
                })}`
              : null}{' '}
            <ClosureMarks closure={mine.shut ? closure : null} />
            {hasNews ? <strong className={classes.news}> {t('owner.home.news')}</strong> : null}
          </span>
        </span>
        <Chevron />
      </Link>
    </li>
  );
}

function shortAnswer({
  mayOperate,
  shut,
  status,
  state,
}: MineAnswer): 'yes' | 'limited' | 'whileAppealing' | 'no' | 'never' {
  if (!mayOperate) return status === 'decommissioned' ? 'never' : 'no';
  if (shut) return 'whileAppealing';
  return state.power === 'curtailed' ? 'limited' : 'yes';
}
