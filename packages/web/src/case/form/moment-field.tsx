import { useTranslation } from 'react-i18next';
import { DayInput } from '../../design/day-input.tsx';
import { TimeInput } from '../../design/time-input.tsx';
import { textOf } from './compose.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { described, Fault, Labelled } from './labelled.tsx';
import { useFieldWords } from './use-field-words.ts';

/** A day. */
export function DayField({ type, field, entries, onEnter, faults }: FieldProps) {
  const words = useFieldWords();
  const { pointer, required } = field;
  const fault = faults.get(pointer);
  const hint = words.hint(field, type);
  return (
    <Labelled label={words.label(field, type)} required={required} pointer={pointer} hint={hint} fault={fault}>
      <DayInput
        {...described(pointer, { hint: hint !== null, fault })}
        required={required}
        value={textOf(entries[pointer])}
        onChange={(value) => onEnter(pointer, value)}
      />
    </Labelled>
  );
}

/** A day and a time, in Beijing time; where a day alone is enough, the time may stay open. */
export function MomentField({ type, field, entries, onEnter, faults }: FieldProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { pointer, required, kind } = field;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>
        {words.label(field, type)}
        {required ? null : <span className={classes.optional}>{t('form.optional')}</span>}
      </legend>
      <Moment
        pointer={pointer}
        entries={entries}
        onEnter={onEnter}
        fault={faults.get(pointer)}
        timeOptional={kind === 'day-or-instant'}
      />
    </fieldset>
  );
}

/** The two inputs of a moment. */
export function Moment({
  pointer,
  entries,
  onEnter,
  fault,
  timeOptional,
  max,
}: Pick<FieldProps, 'entries' | 'onEnter'> & {
  readonly pointer: string;
  readonly fault: string | undefined;
  readonly timeOptional: boolean;
  /** The last day that can be chosen, where there is one. */
  readonly max?: string;
}) {
  const { t } = useTranslation();
  const id = fieldId(pointer);
  return (
    <>
      <p id={`${id}-hint`} className={classes.hint}>
        {timeOptional ? t('form.dayMaybeTime') : t('common.clock')}
      </p>
      <Fault id={id} text={fault} />
      <div className={classes.moment}>
        <DayInput
          {...described(pointer, { hint: true, fault })}
          aria-label={t('form.day')}
          max={max}
          value={textOf(entries[`${pointer}#day`])}
          onChange={(value) => onEnter(`${pointer}#day`, value)}
        />
        <TimeInput
          aria-label={t('form.time')}
          value={textOf(entries[`${pointer}#time`])}
          onChange={(value) => onEnter(`${pointer}#time`, value)}
        />
      </div>
    </>
  );
}
