import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TypedInput } from '../design/typed-input.tsx';
import { localParts } from '../language/dates.ts';
import { typedMoment } from '../language/typed.ts';
import { useDates } from '../language/use-words.ts';
import { isKnownAt } from './as-of.ts';
import { faultOf, type TimeFault } from './chosen-times.ts';
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
  const dates = useDates();
  const wordsOf = (wrong: TimeFault | undefined) => wrong && t(`common.asOf.${wrong}`);
  return (
    <div className={classes.field} data-active={active}>
      <label htmlFor={field}>{label}</label>
      <div className={classes.typed}>
        <TypedInput
          id={field}
          className={classes.line}
          value={value}
          read={typedMoment}
          say={(moment) => (isKnownAt(moment) ? dates.time(moment) : moment)}
          faultOf={(moment) => wordsOf(faultOf(moment.trim(), localParts(new Date()).day))}
          onFocus={onFocus}
          onChange={onChange}
          placeholder={t('common.day.example')}
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
          {wordsOf(fault)}
        </p>
      )}
    </div>
  );
}
