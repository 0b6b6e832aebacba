import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { isDay, localParts } from '../../language/dates.ts';
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
  const [fault, setFault] = useState<'invalid' | 'future' | null>(null);
  const go = () => {
    const text = (typed ?? day ?? '').trim();
    const wrong = faultOf(text, mayBeEmpty);
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
        <input
          id={field}
          value={typed ?? day ?? ''}
          placeholder="YYYY-MM-DD"
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${field}-fault`}
        />
        <Button type="submit">{t('common.asOf.show')}</Button>
      </div>
      {fault === null ? null : (
        <p id={`${field}-fault`} role="alert" className={classes.fault}>
          {t(`common.asOf.${fault}`)}
        </p>
      )}
    </form>
  );
}

function faultOf(text: string, mayBeEmpty: boolean): 'invalid' | 'future' | null {
  if (text === '' && mayBeEmpty) return null;
  if (!isDay(text)) return 'invalid';
  return text > localParts(new Date()).day ? 'future' : null;
}
