import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import classes from './mine-cards.module.css';
import { useMineWords } from './mine-words.ts';

/** The mines as a list for a phone: what the table's line says, in three short lines. */
export function MineCards({
  mines,
  changed,
}: {
  readonly mines: readonly MineAnswer[];
  readonly changed: ReadonlySet<string>;
}) {
  return (
    <ul className={classes.cards}>
      {mines.map((mine) => (
        <li key={mine.mineId} data-changed={changed.has(mine.mineId)}>
          <Card mine={mine} />
        </li>
      ))}
    </ul>
  );
}

function Card({ mine }: { readonly mine: MineAnswer }) {
  const { t } = useTranslation();
  const line = useMineWords()(mine);
  return (
    <Link to="/mines/$mineId" params={{ mineId: mine.mineId }} data-mine={mine.mineId} className={classes.card}>
      <span className={classes.top}>
        <span className={classes.name}>{mine.name}</span>
        <span className={classes.days}>{line.days}</span>
      </span>
      <span className={classes.middle}>
        <StatusMark status={mine.status} />
        <ClosureMarks closure={mine.closure} />
      </span>
      <span className={classes.bottom}>
        {[mine.mineId, line.region, ...(line.waitingOn ? [t('board.waits', { who: line.waitingOn })] : [])].join(' · ')}
      </span>
      {line.due ? (
        <span className={classes.bottom}>
          {line.dueFor} · {line.due}
          {line.late ? (
            <>
              {'\u00a0· '}
              <strong>{line.late}</strong>
            </>
          ) : null}
        </span>
      ) : null}
    </Link>
  );
}
