import { useTranslation } from 'react-i18next';
import { type Field, isSeveral } from './field.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { described, Fault, Labelled } from './labelled.tsx';
import { useFieldWords } from './use-field-words.ts';

/** Up to this many choices are all shown; more go into a list. */
const SHOWN_AT_ONCE = 4;

/** One of several things: the only one as text, a few as buttons to choose from, many as a list. */
export function ChoiceField({ type, field, entries, onEnter, faults }: FieldProps<Extract<Field, { kind: 'choice' }>>) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { pointer, options, required } = field;
  const fault = faults.get(pointer);
  const hint = words.hint(field, type);
  const entry = entries[pointer];
  const id = fieldId(pointer);
  const [only] = options;
  if (options.length === 0) {
    return (
      <Labelled label={words.label(field, type)} required={required} pointer={pointer} fault={fault}>
        <p id={id} className="quiet">
          {t('form.nothingToChoose')}
        </p>
      </Labelled>
    );
  }
  if (required && only && options.length === 1) {
    return (
      <div className={classes.field}>
        <p className={classes.label}>{words.label(field, type)}</p>
        <p id={id} className={classes.only}>
          {words.option(field, only)}
        </p>
      </div>
    );
  }
  if (options.length <= SHOWN_AT_ONCE) {
    return (
      <fieldset className={classes.group} aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
        <legend className={classes.label}>
          {words.label(field, type)}
          {required ? null : <span className={classes.optional}>{t('form.optional')}</span>}
        </legend>
        {hint ? <p className={classes.hint}>{hint}</p> : null}
        <Fault id={id} text={fault} />
        {options.map((option, index) => (
          <label key={option.value} className={classes.tickLabel}>
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={entry === option.value}
              onChange={() => onEnter(pointer, option.value)}
            />
            {words.option(field, option)}
          </label>
        ))}
        {required || !entry ? null : (
          <button type="button" className={classes.clear} onClick={() => onEnter(pointer, '')}>
            {t('form.clear')}
          </button>
        )}
      </fieldset>
    );
  }
  return (
    <Labelled label={words.label(field, type)} required={required} pointer={pointer} hint={hint} fault={fault}>
      <select
        {...described(pointer, { hint: hint !== null, fault })}
        required={required}
        className={classes.input}
        value={typeof entry === 'string' ? entry : ''}
        onChange={(event) => onEnter(pointer, event.target.value)}
      >
        <option value="">{t('form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {words.option(field, option)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Any number of several things. */
export function SeveralField({
  type,
  field,
  entries,
  onEnter,
  faults,
}: FieldProps<Extract<Field, { kind: 'several' }>>) {
  const words = useFieldWords();
  const { pointer, options } = field;
  const fault = faults.get(pointer);
  const id = fieldId(pointer);
  const entry = entries[pointer];
  const chosen = isSeveral(entry) ? entry : [];
  return (
    <fieldset className={classes.group} aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
      <legend className={classes.label}>{words.label(field, type)}</legend>
      <Fault id={id} text={fault} />
      {options.map((option, index) => (
        <label key={option.value} className={classes.tickLabel}>
          <input
            id={index === 0 ? id : undefined}
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              onEnter(
                pointer,
                options
                  .map(({ value }) => value)
                  .filter((value) => (value === option.value ? event.target.checked : chosen.includes(value))),
              )
            }
          />
          {words.option(field, option)}
        </label>
      ))}
    </fieldset>
  );
}
