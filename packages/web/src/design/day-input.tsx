import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '../language/dates.ts';
import { typedDay } from '../language/typed.ts';
import { useDates } from '../language/use-words.ts';
import { type DayRange, useDayFault } from './day-fault.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';
import { Loading } from './states.tsx';
import classes from './typed-input.module.css';
import { type InputProps, TypedInput } from './typed-input.tsx';

const Calendar = lazy(() => import('./calendar.tsx'));

/**
 * A day to type or to pick from a calendar, written in the language of the page. Its value is `YYYY-MM-DD`, empty, or what was typed where that is no day.
 * The calendar is loaded when it is first opened.
 */
export function DayInput({
  value,
  onChange,
  min,
  max,
  ...input
}: InputProps & DayRange & { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const dayFault = useDayFault();
  const [open, setOpen] = useState(false);
  return (
    <TypedInput
      placeholder={t('common.day.example')}
      {...input}
      value={value}
      read={typedDay}
      say={(day) => (isDay(day) ? dates.day(day) : day)}
      faultOf={(day) => dayFault(day, { min, max })}
      onChange={onChange}
    >
      <Popover
        open={open}
        onOpen={setOpen}
        button={<CalendarSheet />}
        label={t('common.day.choose')}
        className={classes.calendar}
        fromStart
      >
        <Suspense fallback={<Loading lines={8} />}>
          <Calendar
            day={value}
            min={min}
            max={max}
            takesFocus
            onPick={(day) => {
              onChange(day);
              setOpen(false);
            }}
          />
        </Suspense>
      </Popover>
    </TypedInput>
  );
}

function CalendarSheet() {
  return (
    <Icon>
      <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
    </Icon>
  );
}
