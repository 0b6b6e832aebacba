import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Choice } from '../../design/choice.tsx';
import { DayField } from './day-field.tsx';
import { DaySlider } from './day-slider.tsx';
import classes from './time.module.css';
import type { TimeRange } from './time-range.ts';
import { speeds, type TimeSearch } from './time-search.ts';
import type { Journey } from './use-travel.ts';

/** Both times to slide and to type, whether they move together, and days to play. */
export function TimeControls({
  day,
  known,
  range,
  search,
  playing,
  onTravel,
  onChange,
  onToggle,
}: {
  /** The day that was true on. */
  readonly day: string;
  /** The day that it was known by; undefined: all that is known now. */
  readonly known: string | undefined;
  readonly range: TimeRange;
  readonly search: TimeSearch;
  readonly playing: boolean;
  readonly onTravel: (journey: Journey) => void;
  readonly onChange: (search: Pick<TimeSearch, 'together' | 'speed' | 'beside'>) => void;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation();
  const together = search.together === 'true';
  const goTo = (on: string | undefined) => {
    if (on !== undefined) onTravel({ on, known: together ? on : (known ?? null) });
  };
  const knowBy = (by: string | undefined) =>
    onTravel({ on: together && by !== undefined ? by : day, known: by ?? null });
  return (
    <section className={classes.controls} aria-label={t('studio.time.controls')}>
      <DaySlider label={t('studio.time.on')} day={day} range={range} onDay={goTo} />
      <DayField label={t('common.asOf.on')} day={day} onDay={goTo} />
      <DaySlider label={t('studio.time.known')} day={known} range={range} none={t('studio.time.all')} onDay={knowBy} />
      <DayField label={t('common.asOf.known')} day={known} mayBeEmpty onDay={knowBy} />
      <div className={classes.play}>
        <Button kind="primary" aria-pressed={playing} onClick={onToggle}>
          {t(playing ? 'common.pause' : 'common.play')}
        </Button>
        <span className={classes.speed}>
          <span aria-hidden="true">{t('studio.time.speed')}</span>
          <Choice
            legend={t('studio.time.speed')}
            options={speeds.map((speed) => ({ value: String(speed), text: String(speed) }))}
            value={String(search.speed ?? speeds[0])}
            onChange={(chosen) => onChange({ speed: speeds.find((speed) => String(speed) === chosen) })}
          />
        </span>
        <label className={classes.together}>
          <input
            type="checkbox"
            checked={together}
            onChange={({ target }) => {
              onChange({ together: target.checked ? 'true' : undefined });
            }}
          />
          {t('studio.time.together')}
        </label>
      </div>
      <DayField
        label={t('studio.time.beside')}
        day={search.beside}
        mayBeEmpty
        onDay={(beside) => onChange({ beside })}
      />
    </section>
  );
}
