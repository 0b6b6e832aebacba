import { statusOf } from '@rectify/engine/rectification';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../case/speech.ts';
import type { Referred } from '../case/timeline/said-of-event.ts';
import { StatusShape } from '../design/status-mark.tsx';
import type { ReplayStep } from './replay-steps.ts';
import classes from './step-list.module.css';
import { stepTitle } from './what-changed.tsx';

/** Every step in order, each to be pressed; the current one is kept in sight within the list. */
export function StepList({
  steps,
  index,
  speech,
  referred,
  onStep,
}: {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly speech: Speech;
  readonly referred: Referred;
  readonly onStep: (index: number) => void;
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const frame = list.current;
    const current = frame?.children[index];
    if (!frame || !(current instanceof HTMLElement)) return;
    const above = current.offsetTop - frame.offsetTop;
    const outside = above < frame.scrollTop || above + current.offsetHeight > frame.scrollTop + frame.clientHeight;
    if (outside) frame.scrollTop = above - frame.clientHeight / 3;
  }, [index]);
  return (
    <section className={classes.steps} aria-label={t('replay.list')}>
      <h2>{t('replay.list')}</h2>
      <ol ref={list}>
        {steps.map((step, at) => (
          <li key={step.standing.event.eventId} data-ahead={at > index}>
            <button type="button" aria-current={at === index ? 'step' : undefined} onClick={() => onStep(at)}>
              <span className={classes.number}>{at + 1}</span>
              <StatusShape status={statusOf(step.value.operation)} size={10} />
              <span className={classes.title}>{stepTitle(step, speech, referred)}</span>
              <span className={classes.time}>
                {speech.time(step.standing.occurredAt, step.standing.occurredAtPrecision)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
