import '@mantine/dates/styles.layer.css';
import { DatePicker } from '@mantine/dates';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/zh-cn';
import { Button } from '../design/button.tsx';
import { isDay, localParts } from '../language/dates.ts';
import { useLanguage } from '../language/use-words.ts';
import classes from './calendar.module.css';

/** A day to type or to pick; days after today cannot be chosen. The days are those of Beijing. */
export default function Calendar({
  day,
  onChoose,
}: {
  readonly day: string | undefined;
  readonly onChoose: (day: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = localParts(new Date()).day;
  const [typed, setTyped] = useState(day ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const field = useId();

  const choose = (chosen: string) => {
    if (!isDay(chosen)) return setFault(t('common.asOf.invalid'));
    if (chosen > today) return setFault(t('common.asOf.future'));
    onChoose(chosen);
  };

  return (
    <div className={classes.calendar}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          choose(typed.trim());
        }}
      >
        <label htmlFor={field}>{t('common.asOf.day')}</label>
        <div className={classes.typed}>
          <input
            id={field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="2018-11-11"
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : `${field}-fault`}
          />
          <Button kind="primary" type="submit">
            {t('common.asOf.show')}
          </Button>
        </div>
        {fault === null ? null : (
          <p id={`${field}-fault`} role="alert" className={classes.fault}>
            {fault}
          </p>
        )}
      </form>
      <DatePicker
        locale={language === 'zh-CN' ? 'zh-cn' : 'en'}
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
        monthLabelFormat={language === 'zh-CN' ? 'YYYY年M月' : 'MMMM YYYY'}
        yearLabelFormat={language === 'zh-CN' ? 'YYYY年' : 'YYYY'}
        value={day ?? null}
        defaultDate={day ?? today}
        maxDate={today}
        onChange={(chosen) => {
          if (typeof chosen === 'string') choose(chosen);
        }}
      />
      <p className="quiet">{t('common.clock')}</p>
    </div>
  );
}
