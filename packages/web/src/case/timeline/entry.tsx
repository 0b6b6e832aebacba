import { useTranslation } from 'react-i18next';
import type { EventAnswer } from '../../api/answers.ts';
import { Button } from '../../design/button.tsx';
import { TruthMark } from '../../design/truth-mark.tsx';
import { dayOfInstant, localParts } from '../../language/dates.ts';
import { DAY } from '../../language/durations.ts';
import { actorText } from '../actor-text.ts';
import type { StandingEvent } from '../course.ts';
import type { Speech } from '../speech.ts';
import { CorrectionMark } from './correction-mark.tsx';
import { type Referred, saidOfEvent } from './said-of-event.ts';
import { SourceMark } from './source-mark.tsx';
import classes from './timeline.module.css';

/** One event of the history: what, who, when, why, where it led, and what has to be known about its truth. */
export function Entry({
  standing,
  speech,
  referred,
  sameDay,
  onCorrect,
}: {
  readonly standing: StandingEvent;
  readonly speech: Speech;
  readonly referred: Referred;
  /** The entry before it happened on the same day, so the day need not be said again. */
  readonly sameDay: boolean;
  readonly onCorrect: ((event: StandingEvent) => void) | undefined;
}) {
  const { t } = useTranslation();
  const { event, occurredAt, occurredAtPrecision, transition } = standing;
  const said = saidOfEvent(standing, speech, referred);
  const moves = movesOf(transition, speech);
  return (
    <li className={classes.entry} data-void={standing.void}>
      <div className={classes.when}>
        {sameDay ? null : (
          <span className={classes.day}>
            {speech.time(occurredAt, occurredAtPrecision === 'month' ? 'month' : 'day')}
          </span>
        )}
        {occurredAtPrecision === 'instant' ? <span className="quiet">{localParts(occurredAt).time}</span> : null}
      </div>
      <div className={classes.what}>
        <p>
          <span className={classes.title}>{said.title}</span> {standing.void ? <TruthMark truth="corrected" /> : null}
        </p>
        {said.why ? <p className={classes.why}>{said.why}</p> : null}
        {moves.map((move) => (
          <p key={move} className={classes.move}>
            {move}
          </p>
        ))}
        <div className={classes.meta}>
          <p className="quiet">
            {actorText(event.actor, speech)}
            {event.approvedBy ? t('history.approvedBy', { who: actorText(event.approvedBy, speech) }) : ''}
            {recordedLater(standing) ? t('history.recorded', { time: speech.time(event.recordedAt) }) : ''}
          </p>
          {event.source ? <SourceMark source={event.source} /> : null}
          {event.correction ? <CorrectionMark event={event} speech={speech} /> : null}
          <details>
            <summary>{t('history.details')}</summary>
            <dl className={classes.details}>
              {said.details.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
              <div>
                <dt>{t('history.recordedAt')}</dt>
                <dd>{speech.time(event.recordedAt)}</dd>
              </div>
              {event.actor.id ? (
                <div>
                  <dt>{t('history.by')}</dt>
                  <dd>{event.actor.id}</dd>
                </div>
              ) : null}
              {event.source && event.source.kind !== 'report' ? (
                <div>
                  <dt>{t('history.source')}</dt>
                  <dd>{t(`domain.source.${event.source.kind}`)}</dd>
                </div>
              ) : null}
            </dl>
            {onCorrect && mayBeCorrected(event) ? (
              <Button kind="quiet" onClick={() => onCorrect(standing)}>
                {t('history.correct')}
              </Button>
            ) : null}
          </details>
        </div>
      </div>
    </li>
  );
}

/** The regions of the chart that an event moved, in words. */
function movesOf(transition: EventAnswer['transition'], { words }: Speech): string[] {
  const { from, to } = transition ?? {};
  if (!from || !to) return [];
  return (['operation', 'appeal', 'power'] as const)
    .filter((region) => from[region] !== to[region])
    .map((region) => `${words.state(region, from[region])} → ${words.state(region, to[region])}`);
}

/** Whether an event was recorded a day or more after it happened, as far as its time is known. */
function recordedLater({ event, occurredAt, occurredAtPrecision }: StandingEvent): boolean {
  if (Date.parse(event.recordedAt) - Date.parse(occurredAt) < DAY) return false;
  if (occurredAtPrecision === 'instant') return true;
  const length = occurredAtPrecision === 'month' ? 7 : 10;
  return dayOfInstant(occurredAt).slice(0, length) !== dayOfInstant(event.recordedAt).slice(0, length);
}

function mayBeCorrected({ type }: EventAnswer): boolean {
  return type !== 'FactCorrected' && !type.startsWith('Approval');
}
