import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import time from '../time/time.module.css';

/** A number of days after the closing to type. */
export function DaysAfterField({ days, onDays }: { readonly days: number; readonly onDays: (days: number) => void }) {
  const { t } = useTranslation();
  const field = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      className={time.day}
      onSubmit={(event) => {
        event.preventDefault();
        const text = (typed ?? String(days)).trim();
        const isNumber = /^\d{1,5}$/.test(text);
        setWrong(!isNumber);
        if (!isNumber) return;
        setTyped(null);
        onDays(Number(text));
      }}
    >
      <label htmlFor={field}>{t('studio.replay.daysAfter')}</label>
      <div>
        <input
          id={field}
          className={time.number}
          value={typed ?? String(days)}
          inputMode="numeric"
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${field}-fault` : undefined}
        />
        <Button type="submit">{t('common.asOf.show')}</Button>
      </div>
      {wrong ? (
        <p id={`${field}-fault`} role="alert" className={time.fault}>
          {t('studio.replay.noNumber')}
        </p>
      ) : null}
    </form>
  );
}
