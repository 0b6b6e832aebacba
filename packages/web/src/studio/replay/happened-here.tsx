import { statusOf } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import { StatusShape } from '../../design/status-mark.tsx';
import type { Moment } from './moments.ts';
import classes from './several.module.css';
import type { MomentWords } from './use-moment-words.ts';

/** What happened at the moment of the replay, mine by mine. */
export function HappenedHere({
  moment,
  quiet,
  chosen,
  words,
}: {
  readonly moment: Moment;
  /** While playing, moments are not read out one after the other. */
  readonly quiet: boolean;
  readonly chosen: string;
  readonly words: MomentWords;
}) {
  const { t } = useTranslation();
  const when = words.whenOf(moment);
  return (
    <section className={classes.here} aria-label={t('studio.replay.happened')} aria-live={quiet ? 'off' : 'polite'}>
      <h2>{when}</h2>
      {moment.happened.length === 0 ? (
        <p className="quiet">{t('studio.replay.end')}</p>
      ) : (
        <ul>
          {moment.happened.map(({ mineId, step }) => (
            <li key={step.standing.event.eventId} data-chosen={mineId === chosen}>
              <StatusShape status={statusOf(step.value.operation)} size={10} />
              <p className={classes.fact}>
                <span>{words.nameOf(mineId)}</span>
                <span className={classes.what}>{words.titleOf(mineId, step)}</span>
                {words.timeOf(step) === when ? null : <span className="quiet">{words.timeOf(step)}</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
