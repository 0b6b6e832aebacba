import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { useDayFault } from '../design/day-fault.ts';
import { DayInput } from '../design/day-input.tsx';
import { dayOfInstant, isDay } from '../language/dates.ts';
import { CourseStrip } from './course-strip.tsx';
import { ReplayButtons } from './replay-buttons.tsx';
import classes from './replay-controls.module.css';
import { lastStepOn, type ReplayStep } from './replay-steps.ts';

/** Moves through the steps: buttons, a slider, and a day to type. `said` is the current step in words. */
export function ReplayControls({
  steps,
  index,
  playing,
  said,
  onStep,
  onToggle,
}: {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly playing: boolean;
  readonly said: string;
  readonly onStep: (index: number) => void;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation();
  const slider = useId();
  const last = steps.length - 1;
  const position = t('replay.position', { step: index + 1, steps: steps.length });
  return (
    <section className={classes.controls} aria-label={t('replay.controls')}>
      <ReplayButtons index={index} last={last} playing={playing} onStep={onStep} onToggle={onToggle} />
      <div className={classes.slider}>
        <label htmlFor={slider}>{position}</label>
        <input
          id={slider}
          type="range"
          min={1}
          max={steps.length}
          step={1}
          value={index + 1}
          aria-valuetext={`${position}. ${said}`}
          onChange={(event) => onStep(event.target.valueAsNumber - 1)}
        />
        <CourseStrip steps={steps} index={index} />
      </div>
      <TypedDay steps={steps} index={index} onStep={onStep} />
    </section>
  );
}

/** A day to type: leads to the last step of that day, or to the last one before it. */
function TypedDay({
  steps,
  index,
  onStep,
}: {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly onStep: (index: number) => void;
}) {
  const { t } = useTranslation();
  const field = useId();
  const here = dayOfInstant(steps[index]?.standing.occurredAt ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const dayFault = useDayFault();
  const go = () => {
    const day = (typed ?? here).trim();
    const step = isDay(day) ? lastStepOn(steps, day) : 0;
    const beforeFirst = isDay(day) ? t('replay.beforeFirst') : t('common.day.empty');
    setFault(dayFault(day) ?? (step === 0 ? beforeFirst : null));
    if (step === 0) return;
    setTyped(null);
    onStep(step - 1);
  };
  return (
    <form
      className={classes.day}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor={field}>{t('replay.day')}</label>
      <div>
        <DayInput
          id={field}
          value={typed ?? here}
          onChange={setTyped}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${field}-fault`}
        />
        <Button type="submit">{t('replay.go')}</Button>
      </div>
      {fault === null ? null : (
        <p id={`${field}-fault`} role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
    </form>
  );
}
