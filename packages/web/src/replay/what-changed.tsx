import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { actorText } from '../case/actor-text.ts';
import type { Speech } from '../case/speech.ts';
import { CorrectionMark } from '../case/timeline/correction-mark.tsx';
import { type Referred, saidOfEvent } from '../case/timeline/said-of-event.ts';
import { SourceMark } from '../case/timeline/source-mark.tsx';
import { exactDuration } from '../language/durations.ts';
import type { ReplayStep, Since } from './replay-steps.ts';
import classes from './what-changed.module.css';

/** What happened at a step: when, what, by whom, where it led, and how long after the step before. */
export function WhatChanged({
  step,
  quiet,
  speech,
  referred,
}: {
  readonly step: ReplayStep;
  /** While playing, steps are not read out one after the other. */
  readonly quiet: boolean;
  readonly speech: Speech;
  readonly referred: Referred;
}) {
  const { t } = useTranslation();
  const { standing, since } = step;
  const { event, occurredAt, occurredAtPrecision } = standing;
  const { title, why } = saidOfEvent(standing, speech, referred);
  const moves = movesOf(step, speech);
  return (
    <section className={classes.changed} aria-label={t('replay.whatChanged')} aria-live={quiet ? 'off' : 'polite'}>
      <div>
        <p className={classes.when}>
          <span>{speech.time(occurredAt, occurredAtPrecision)}</span>
          {since === null ? null : <span>{t('replay.after', { duration: sinceText(since, t) })}</span>}
        </p>
        <h2>{title}</h2>
        <p className="quiet">
          {actorText(event.actor, speech)}
          {event.approvedBy ? t('history.approvedBy', { who: actorText(event.approvedBy, speech) }) : ''}
        </p>
      </div>
      <div>
        {moves.map((move) => (
          <p key={move} className={classes.move}>
            {move}
          </p>
        ))}
        {why === null || title.endsWith(why) ? null : <p className={classes.why}>{why}</p>}
        <div className={classes.marks}>
          {event.source ? <SourceMark source={event.source} /> : null}
          <CorrectionMark event={event} speech={speech} />
        </div>
      </div>
    </section>
  );
}

/** A step in a line, for the slider and the list: what happened. */
export function stepTitle({ standing }: ReplayStep, speech: Speech, referred: Referred): string {
  return saidOfEvent(standing, speech, referred).title;
}

/** Where a step led in each region that it moved. */
function movesOf({ standing: { transition } }: ReplayStep, { t, words }: Speech): string[] {
  const { from, to } = transition ?? {};
  if (!from || !to) return [];
  return (['operation', 'appeal', 'power'] as const)
    .filter((region) => from[region] !== to[region])
    .map((region) =>
      t('replay.move', { from: words.state(region, from[region]), to: words.state(region, to[region]) }),
    );
}

function sinceText(since: Since, t: TFunction): string {
  return 'days' in since ? t('common.duration.daysPart', { count: since.days }) : exactDuration(since.milliseconds, t);
}
