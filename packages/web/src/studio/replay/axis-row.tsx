import { useTranslation } from 'react-i18next';
import { dayAt } from '../../language/dates.ts';
import { DAY, daysText } from '../../language/durations.ts';
import { useDates } from '../../language/use-words.ts';
import type { Axis } from './axis.ts';
import classes from './lanes.module.css';
import type { Alignment } from './lanes.ts';
import { ticksOf } from './ticks.ts';
import { Track } from './track.tsx';

/** Whole days of the calendar are counted from here: a Monday, at midnight of the procedure's clock. */
const MONDAY = Date.parse('2018-01-01T00:00:00+08:00');

/** The head of the lanes: days, and how long what is compressed lasted. The days are the calendar's, or those after the closing. */
export function AxisRow({
  axis,
  alignment,
  share,
}: {
  readonly axis: Axis;
  readonly alignment: Alignment;
  readonly share: number | null;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const ticks = ticksOf(axis, alignment === 'calendar' ? MONDAY : 0).map((tick) => ({
    ...tick,
    day: alignment === 'calendar' ? dayAt(tick.place) : null,
  }));
  return (
    <div className={`${classes.row} ${classes.axis}`}>
      <p className={classes.clock}>{alignment === 'calendar' ? t('common.clock') : t('studio.closures.days')}</p>
      <Track axis={axis} share={share}>
        {axis.stretches
          .filter(({ quiet }) => quiet)
          .map(({ from, to, start, size }) => (
            <span
              key={from}
              className={classes.quietDays}
              style={{ insetInlineStart: `${100 * start}%`, inlineSize: `${100 * size}%` }}
            >
              {daysText(Math.round((to - from) / DAY), t)}
            </span>
          ))}
        {ticks.map(({ place, share: at, day }, index) => (
          <span key={place} className={classes.tick} style={{ insetInlineStart: `${100 * at}%` }}>
            {day === null
              ? t('studio.replay.day', { day: Math.floor(place / DAY) })
              : day.slice(0, 4) === ticks[index - 1]?.day?.slice(0, 4)
                ? dates.shortDay(day)
                : dates.day(day)}
          </span>
        ))}
      </Track>
    </div>
  );
}
