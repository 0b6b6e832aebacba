import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { courseOf } from '../../case/course.ts';
import { Statechart } from '../../statechart/statechart.tsx';
import { type Lane, placeOfStep, standingAt } from './lanes.ts';
import classes from './several.module.css';

/** The diagram of the chosen mine, lit as it stood where the replay is. */
export function ChosenMine({
  mineId,
  name,
  lane,
  place,
}: {
  readonly mineId: string;
  readonly name: string;
  readonly lane: Lane | undefined;
  readonly place: number;
}) {
  const { t } = useTranslation();
  const standing = lane && standingAt(lane, place);
  const history = useMemo(() => {
    const past = lane?.steps.filter((step) => placeOfStep(lane, step) <= place) ?? [];
    return courseOf(past.map(({ standing: event }) => event).toReversed());
  }, [lane, place]);
  return (
    <section className={classes.mine} aria-label={t('studio.replay.chosen')}>
      <div className={classes.mineHead}>
        <h2>{name}</h2>
        <p className={classes.mineLinks}>
          <Link to="/mines/$mineId/replay" params={{ mineId }}>
            {t('studio.replay.alone')}
          </Link>
          <Link to="/mines/$mineId" params={{ mineId }}>
            {t('studio.replay.case')}
          </Link>
        </p>
      </div>
      {standing ? (
        <Statechart value={standing.step.value} history={history} />
      ) : (
        <p className="quiet">{t(lane ? 'studio.replay.notYet' : 'studio.replay.noDiagram')}</p>
      )}
    </section>
  );
}
