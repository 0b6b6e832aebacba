import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeFault } from './chosen-times.ts';
import classes from './look-back-form.module.css';

/** One of the two times to type, with what it means beneath it. */
export function TimeField({
  label,
  hint,
  value,
  fault,
  active,
  onFocus,
  onChange,
  children,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly fault: TimeFault | undefined;
  /** The calendar is about this one. */
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onChange: (value: string) => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const field = useId();
  return (
    <div className={classes.field} data-active={active}>
      <label htmlFor={field}>{label}</label>
      <div className={classes.typed}>
        <input
          id={field}
          value={value}
          onFocus={onFocus}
          onChange={(event) => onChange(event.target.value)}
          placeholder="YYYY-MM-DD"
          autoComplete="off"
          aria-invalid={fault !== undefined}
          aria-describedby={`${field}-hint`}
        />
        {children}
      </div>
      {fault === undefined ? (
        <p id={`${field}-hint`} className="quiet">
          {hint}
        </p>
      ) : (
        <p id={`${field}-hint`} role="alert" className={classes.fault}>
          {t(`common.asOf.${fault}`)}
        </p>
      )}
    </div>
  );
}
