import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { useDayFault } from '../../design/day-fault.ts';
import { DayInput } from '../../design/day-input.tsx';
import { localParts } from '../../language/dates.ts';
import classes from './time.module.css';

/** A day to type. It counts once it is sent; an empty one only where that means something. */
export function DayField({
  label,
  day,
  mayBeEmpty = false,
  onDay,
}: {
  readonly label: string;
  readonly day: string | undefined;
  readonly mayBeEmpty?: boolean;
  readonly onDay: (day: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const field = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const dayFault = useDayFault();
  const today = localParts(new Date()).day;
  const go = () => {
    const text = (typed ?? day ?? '').trim();
    const wrong = dayFault(text, { max: today }) ?? (text === '' && !mayBeEmpty ? t('common.day.empty') : null);
    setFault(wrong);
    if (wrong !== null) return;
    setTyped(null);
    onDay(text === '' ? undefined : text);
  };
  return (
    <form
      noValidate
      className={classes.day}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor={field}>{label}</label>
      <div>
        <DayInput
          id={field}
          value={typed ?? day ?? ''}
          max={today}
          onChange={setTyped}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${field}-fault`}
        />
        <Button type="submit">{t('common.asOf.show')}</Button>
      </div>
      {fault === null ? null : (
        <p id={`${field}-fault`} role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
    </form>
  );
}
