import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ListedClosure } from '../api/answers.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import classes from './closure-cards.module.css';
import { useClosureWords } from './closure-words.ts';

/** Closures as a list for a phone: what the table's line says, in a few short lines. */
export function ClosureCards({ closures }: { readonly closures: readonly ListedClosure[] }) {
  const { t } = useTranslation();
  const wordsOf = useClosureWords();
  return (
    <ul className={classes.cards}>
      {closures.map((closure) => {
        const { region, since, until, days, outcome } = wordsOf(closure);
        return (
          <li key={closure.eventId}>
            <Link to="/mines/$mineId" params={{ mineId: closure.mineId }} className={classes.card}>
              <span className={classes.top}>
                <span className={classes.name}>{closure.name}</span>
                <span className={classes.days}>{days}</span>
              </span>
              <span>
                {until === null ? t('closures.since', { since }) : t('closures.span', { since, until })} ·{' '}
                <span className={classes.outcome} data-ongoing={closure.ongoing}>
                  {outcome}
                </span>{' '}
                <ClosureMarks closure={closure} />
              </span>
              <span className={classes.bottom}>
                {[
                  closure.mineId,
                  region,
                  ...(closure.cycle > 1 ? [t('closures.cycle', { cycle: closure.cycle })] : []),
                ].join(' · ')}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
