import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Choice } from '../../design/choice.tsx';
import { dayAt } from '../../language/dates.ts';
import { DAY } from '../../language/durations.ts';
import { ReplayButtons } from '../../replay/replay-buttons.tsx';
import { DayField } from '../time/day-field.tsx';
import { speeds } from '../time/time-search.ts';
import { DaysAfterField } from './days-after-field.tsx';
import type { Alignment } from './lanes.ts';
import { type Moment, momentBy, momentOfMine } from './moments.ts';
import { placeIn } from './place-in-address.ts';
import classes from './several-controls.module.css';
import type { MomentWords } from './use-moment-words.ts';

/** Moves through the moments of several histories: step by step, from event to event of the chosen mine, by slider, by a day to type, and by playing. */
export function SeveralControls({
  moments,
  index,
  chosen,
  alignment,
  speed,
  playing,
  words,
  onStep,
  onToggle,
  onSpeed,
  onAlign,
  children,
}: {
  readonly moments: readonly Moment[];
  readonly index: number;
  readonly chosen: string;
  readonly alignment: Alignment;
  readonly speed: number;
  readonly playing: boolean;
  readonly words: MomentWords;
  readonly onStep: (index: number) => void;
  readonly onToggle: () => void;
  readonly onSpeed: (speed: (typeof speeds)[number] | undefined) => void;
  readonly onAlign: (alignment: Alignment) => void;
  /** What stands at their end. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const slider = useId();
  const moment = moments[index];
  if (!moment) return null;
  const last = moments.length - 1;
  const name = words.nameOf(chosen);
  const [before, after] = ([-1, 1] as const).map((by) => momentOfMine(moments, index, by, chosen));
  const when = words.whenOf(moment);
  const position = t('replay.position', { step: index + 1, steps: moments.length });
  return (
    <section className={classes.controls} aria-label={t('studio.replay.controls')}>
      <div className={classes.move}>
        <ReplayButtons index={index} last={last} playing={playing} onStep={onStep} onToggle={onToggle} />
        <div className={classes.ofMine}>
          <Button
            disabled={before === index}
            title={t('studio.replay.previousKey')}
            aria-label={t('studio.replay.previousOf', { name })}
            onClick={() => before !== undefined && onStep(before)}
          >
            <span aria-hidden="true">←</span> {name}
          </Button>
          <Button
            disabled={after === index}
            title={t('studio.replay.nextKey')}
            aria-label={t('studio.replay.nextOf', { name })}
            onClick={() => after !== undefined && onStep(after)}
          >
            {name} <span aria-hidden="true">→</span>
          </Button>
        </div>
      </div>
      <div className={classes.slider}>
        <label htmlFor={slider}>
          <strong>{when}</strong> <span className="quiet">{position}</span>
        </label>
        <input
          id={slider}
          type="range"
          min={1}
          max={moments.length}
          step={1}
          value={index + 1}
          aria-valuetext={`${when}. ${position}`}
          onChange={({ target }) => onStep(target.valueAsNumber - 1)}
        />
      </div>
      {alignment === 'calendar' ? (
        <DayField
          label={t('replay.day')}
          day={dayAt(moment.place)}
          onDay={(day) => onStep(momentBy(moments, placeIn(day ?? '', alignment) ?? moment.place))}
        />
      ) : (
        <DaysAfterField
          days={Math.floor(moment.place / DAY)}
          onDays={(days) => onStep(momentBy(moments, (days + 1) * DAY - 1))}
        />
      )}
      <div className={classes.choices}>
        <Labelled text={t('studio.replay.align')}>
          <Choice
            legend={t('studio.replay.align')}
            options={(['calendar', 'closing'] as const).map((value) => ({
              value,
              text: t(`studio.replay.alignment.${value}`),
            }))}
            value={alignment}
            onChange={onAlign}
          />
        </Labelled>
        <Labelled text={t('studio.replay.speed')}>
          <Choice
            legend={t('studio.replay.speed')}
            options={speeds.map((one) => ({ value: String(one), text: String(one) }))}
            value={String(speed)}
            onChange={(value) => onSpeed(speeds.find((one) => String(one) === value))}
          />
        </Labelled>
        {children}
      </div>
    </section>
  );
}

function Labelled({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <span className={classes.labelled}>
      <span aria-hidden="true">{text}</span>
      {children}
    </span>
  );
}
