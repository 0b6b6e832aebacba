import '@mantine/dates/styles.layer.css';
import './calendar.css';
import { DatePicker } from '@mantine/dates';
import dayjs from 'dayjs';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/zh-cn';
import { isDay, localParts } from '../language/dates.ts';
import { useDates, useLanguage } from '../language/use-words.ts';
import type { DayRange } from './day-fault.ts';

/**
 * A month to pick a day from, in the language of the page, its weeks from Monday. Keys move through the days, over the ends of months too: arrows by days and
 * weeks, Home and End in the week, Page Up and Page Down by months, with Shift by years.
 */
export default function Calendar({
  day,
  min,
  max,
  takesFocus = false,
  onPick,
}: DayRange & {
  /** The day that is chosen; none where it is not in the range. */
  readonly day: string;
  /** Whether the keyboard is to be in it from the beginning. */
  readonly takesFocus?: boolean;
  readonly onPick: (day: string) => void;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const chinese = useLanguage() === 'zh-CN';
  const today = localParts(new Date()).day;
  const inRange = (one: string) => (min !== undefined && one < min ? min : max !== undefined && one > max ? max : one);
  const chosen = isDay(day) && inRange(day) === day ? day : null;
  const start = chosen ?? inRange(today);
  const [shown, setShown] = useState(start);
  const [reached, setReached] = useState({ day: takesFocus ? start : null });
  const days = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reached.day) days.current?.querySelector<HTMLElement>(`[data-day="${reached.day}"]`)?.focus();
  }, [reached]);
  const move = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.day : undefined;
    const to = from && movedBy(event, from);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    setShown(inRange(to));
    setReached({ day: inRange(to) });
  };
  return (
    <div ref={days} onKeyDownCapture={move}>
      <DatePicker
        locale={chinese ? 'zh-cn' : 'en'}
        firstDayOfWeek={1}
        hideOutsideDates
        enableKeyboardNavigation={false}
        ariaLabels={{
          previousMonth: t('common.day.calendar.previousMonth'),
          nextMonth: t('common.day.calendar.nextMonth'),
          previousYear: t('common.day.calendar.previousYear'),
          nextYear: t('common.day.calendar.nextYear'),
          previousDecade: t('common.day.calendar.previousDecade'),
          nextDecade: t('common.day.calendar.nextDecade'),
        }}
        weekendDays={[]}
        monthLabelFormat={chinese ? 'YYYY年M月' : 'MMMM YYYY'}
        yearLabelFormat={chinese ? 'YYYY年' : 'YYYY'}
        getDayAriaLabel={dates.day}
        getDayProps={(one) => ({
          'data-day': one,
          'data-autofocus': takesFocus && one === start ? true : undefined,
          'aria-pressed': one === chosen,
          'aria-current': one === today ? 'date' : undefined,
        })}
        value={chosen}
        date={shown}
        onDateChange={setShown}
        {...(min === undefined ? {} : { minDate: min })}
        {...(max === undefined ? {} : { maxDate: max })}
        onChange={(picked) => {
          if (typeof picked === 'string') onPick(picked);
        }}
      />
    </div>
  );
}

/** Where a key leads to from a day; nowhere with other keys. */
function movedBy({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent, day: string): string | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const fromMonday = (dayjs(day).day() + 6) % 7;
  const steps: Readonly<Record<string, readonly [number, 'day' | 'week' | 'month' | 'year']>> = {
    ArrowLeft: [-1, 'day'],
    ArrowRight: [1, 'day'],
    ArrowUp: [-1, 'week'],
    ArrowDown: [1, 'week'],
    Home: [-fromMonday, 'day'],
    End: [6 - fromMonday, 'day'],
    PageUp: [-1, shiftKey ? 'year' : 'month'],
    PageDown: [1, shiftKey ? 'year' : 'month'],
  };
  const step = steps[key];
  return step && dayjs(day).add(step[0], step[1]).format('YYYY-MM-DD');
}
