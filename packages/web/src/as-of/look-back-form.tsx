import '@mantine/dates/styles.layer.css';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/zh-cn';
import { Button } from '../design/button.tsx';
import { isDay, localParts } from '../language/dates.ts';
import { useLanguage } from '../language/use-words.ts';
import type { Moment } from './as-of.ts';
import { readTimes, type TimeFault, type TypedTimes } from './chosen-times.ts';
import classes from './look-back-form.module.css';
import { TimeField } from './time-field.tsx';
import { useAsOf } from './use-as-of.ts';

type Which = keyof TypedTimes;

/** Both times to type or to pick from one calendar, which is about the one that was touched last. The days are those of Beijing. */
export default function LookBackForm({ onShown }: { readonly onShown: () => void }) {
  const { t } = useTranslation();
  const { on, known, show } = useAsOf();
  const today = localParts(new Date()).day;
  const [typed, setTyped] = useState<TypedTimes>({ on: typedOf(on), known: typedOf(known) });
  const [faults, setFaults] = useState<Partial<Record<Which, TimeFault>>>({});
  const [which, setWhich] = useState<Which>('on');
  const type = (value: string, field = which) => setTyped({ ...typed, [field]: value });
  const field = (name: Which) => ({
    value: typed[name],
    fault: faults[name],
    active: which === name,
    onFocus: () => setWhich(name),
    onChange: (value: string) => type(value, name),
  });

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const read = readTimes(typed, today);
        if ('faults' in read) return setFaults(read.faults);
        onShown();
        show(read.asked);
      }}
    >
      <TimeField {...field('on')} label={t('common.asOf.on')} hint={t('common.asOf.onHint')} />
      <TimeField {...field('known')} label={t('common.asOf.known')} hint={t('common.asOf.knownHint')}>
        <Button kind="quiet" disabled={typed.on.trim() === ''} onClick={() => type(typed.on, 'known')}>
          {t('common.asOf.sameDay')}
        </Button>
      </TimeField>
      <Picker day={typed[which]} today={today} label={t(`common.asOf.${which}`)} onPick={type} />
      <div className={classes.foot}>
        <p className="quiet">{t('common.clock')}</p>
        <Button kind="primary" type="submit">
          {t('common.asOf.show')}
        </Button>
      </div>
    </form>
  );
}

/** A moment as one would type it. */
function typedOf(moment: Moment | undefined): string {
  if (moment === undefined) return '';
  return moment.time === undefined ? moment.day : moment.instant;
}

function Picker({
  day,
  today,
  label,
  onPick,
}: {
  readonly day: string;
  readonly today: string;
  readonly label: string;
  readonly onPick: (day: string) => void;
}) {
  const { t } = useTranslation();
  const chinese = useLanguage() === 'zh-CN';
  const chosen = isDay(day) && day <= today ? day : null;
  return (
    <fieldset className={classes.picker}>
      <legend>{label}</legend>
      <DatePicker
        key={label}
        locale={chinese ? 'zh-cn' : 'en'}
        firstDayOfWeek={1}
        hideOutsideDates
        ariaLabels={{
          previousMonth: t('common.asOf.calendar.previousMonth'),
          nextMonth: t('common.asOf.calendar.nextMonth'),
          previousYear: t('common.asOf.calendar.previousYear'),
          nextYear: t('common.asOf.calendar.nextYear'),
          previousDecade: t('common.asOf.calendar.previousDecade'),
          nextDecade: t('common.asOf.calendar.nextDecade'),
        }}
        weekendDays={[]}
        monthLabelFormat={chinese ? 'YYYY年M月' : 'MMMM YYYY'}
        yearLabelFormat={chinese ? 'YYYY年' : 'YYYY'}
        value={chosen}
        defaultDate={chosen ?? today}
        maxDate={today}
        onChange={(picked) => {
          if (typeof picked === 'string') onPick(picked);
        }}
      />
    </fieldset>
  );
}
