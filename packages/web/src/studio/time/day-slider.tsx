import { useId } from 'react';
import { useDates } from '../../language/use-words.ts';
import classes from './time.module.css';
import { dayAt, placeOf, type TimeRange } from './time-range.ts';

/** A slider over days. Where there is a word for it, one place behind the last day means no day at all. */
export function DaySlider({
  label,
  day,
  range,
  none,
  onDay,
}: {
  readonly label: string;
  /** Undefined: the place behind the last day. */
  readonly day: string | undefined;
  readonly range: TimeRange;
  /** What the place behind the last day means. */
  readonly none?: string;
  readonly onDay: (day: string | undefined) => void;
}) {
  const dates = useDates();
  const slider = useId();
  const last = placeOf(range.last, range);
  const end = none === undefined ? last : last + 1;
  const place = day === undefined ? end : placeOf(day, range);
  const said = day === undefined ? (none ?? '') : dates.day(day);
  return (
    <div className={classes.slider}>
      <label htmlFor={slider}>
        {label} <strong>{said}</strong>
      </label>
      <input
        id={slider}
        type="range"
        min={0}
        max={end}
        step={1}
        value={place}
        aria-valuetext={said}
        onChange={({ target }) => onDay(target.valueAsNumber > last ? undefined : dayAt(target.valueAsNumber, range))}
      />
      <p className={classes.ends}>
        <span>{dates.day(range.first)}</span>
        <span>{none ?? dates.day(range.last)}</span>
      </p>
    </div>
  );
}
