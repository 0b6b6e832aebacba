import { amountText } from '@rectify/words';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { daysText, exactDuration } from '../language/durations.ts';
import { useWords } from '../language/use-words.ts';
import { isInspectable } from '../on-the-spot/inspectable.ts';
import { useSession } from '../session/session.ts';
import { ParentLink, YouAreHere } from '../shell/you-are-here.tsx';
import { usePersonName } from '../work/use-person-name.ts';
import classes from './case.module.css';

/** Which mine this is, and its status: the first line of a case. */
export function CaseHeader({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const { place } = useWords();
  const nameOf = usePersonName();
  const session = useSession();
  const role = session?.role;
  const owner = session?.role === 'owner';
  const { closure } = mine;
  return (
    <header className={classes.header}>
      <YouAreHere>
        <ParentLink to={owner ? '/my' : '/mines'}>
          {owner ? t('common.nav.myMines', { count: session.mines.length }) : t('common.nav.mines')}
        </ParentLink>
        {mine.mineId}
      </YouAreHere>
      <div className={classes.title}>
        <h1>{mine.name}</h1>
        <p className={classes.status}>
          <StatusMark status={mine.status} />
          {mine.shut && closure ? (
            <span className={classes.lasting} title={exactDuration(closure.milliseconds, t)}>
              · {daysText(closure.days, t)}
            </span>
          ) : null}
          <ClosureMarks closure={closure} />
        </p>
      </div>
      <dl className={classes.facts}>
        <Fact term={t('case.header.region')}>
          {place(mine.region)} <span className="quiet">{mine.region}</span>
        </Fact>
        <Fact term={t('case.header.capacity')}>{amountText(mine.capacity)}</Fact>
        <Fact term={t('case.header.operator')}>{mine.operator.name}</Fact>
        {mine.assignee === null ? null : <Fact term={t('case.header.assignee')}>{nameOf(mine.assignee)}</Fact>}
      </dl>
      {!owner && closure ? (
        <p className="on-screen-only">
          <Link to="/mines/$mineId/papers" params={{ mineId: mine.mineId }}>
            {t('case.papers')}
          </Link>
          {role === 'inspector' && isInspectable(mine) ? (
            <>
              {' · '}
              <Link to="/mines/$mineId/inspection" params={{ mineId: mine.mineId }}>
                {t('common.nav.inspection')}
              </Link>
            </>
          ) : null}
        </p>
      ) : null}
    </header>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
