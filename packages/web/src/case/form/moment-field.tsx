import { useTranslation } from 'react-i18next';
import { isDay } from '../../language/dates.ts';
import { useDates } from '../../language/use-words.ts';
import { instantOf, isTime, textOf } from './compose.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { described, Fault, Labelled } from './labelled.tsx';
import { useFieldWords } from './use-field-words.ts';

/** A day, said again in words once it is one. */
export function DayField({ type, field, entries, onEnter, faults }: FieldProps) {
  const words = useFieldWords();
  const dates = useDates();
  const { pointer, required } = field;
  const fault = faults.get(pointer);
  const hint = words.hint(field, type);
  const value = textOf(entries[pointer]);
  return (
    <Labelled label={words.label(field, type)} required={required} pointer={pointer} hint={hint} fault={fault}>
      <div className={classes.moment}>
        <input
          {...described(pointer, { hint: hint !== null, fault })}
          type="date"
          required={required}
          className={classes.input}
          data-short="true"
          value={value}
          onChange={(event) => onEnter(pointer, event.target.value)}
        />
        {isDay(value) ? <span className="quiet">{dates.day(value)}</span> : null}
      </div>
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
        {required ? null : <span className={classes.optional}> {t('form.optional')}</span>}
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
}: Pick<FieldProps, 'entries' | 'onEnter'> & {
  readonly pointer: string;
  readonly fault: string | undefined;
  readonly timeOptional: boolean;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const id = fieldId(pointer);
  const day = textOf(entries[`${pointer}#day`]);
  const time = textOf(entries[`${pointer}#time`]);
  return (
    <>
      <p id={`${id}-hint`} className={classes.hint}>
        {timeOptional ? t('form.dayMaybeTime') : t('common.clock')}
      </p>
      <Fault id={id} text={fault} />
      <div className={classes.moment}>
        <input
          {...described(pointer, { hint: true, fault })}
          type="date"
          aria-label={t('form.day')}
          className={classes.input}
          data-short="true"
          value={day}
          onChange={(event) => onEnter(`${pointer}#day`, event.target.value)}
        />
        <input
          type="time"
          aria-label={t('form.time')}
          className={classes.input}
          data-short="true"
          value={time}
          onChange={(event) => onEnter(`${pointer}#time`, event.target.value)}
        />
        {isDay(day) ? (
          <span className="quiet">{isTime(time) ? dates.time(instantOf(day, time)) : dates.day(day)}</span>
        ) : null}
      </div>
    </>
  );
}
