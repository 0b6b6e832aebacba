import { useTranslation } from 'react-i18next';
import type { Field } from './field.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { described, Labelled } from './labelled.tsx';
import { notStatedAs } from './not-stated.ts';
import { useFieldWords } from './use-field-words.ts';

/** A line, a text of several, or a number. What a source may leave open can be marked as not stated. */
export function TextField({
  type,
  field,
  entries,
  onEnter,
  faults,
}: FieldProps<Extract<Field, { kind: 'line' | 'text' | 'number' }>>) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { pointer } = field;
  const fault = faults.get(pointer);
  const hint = words.hint(field, type);
  const entry = entries[pointer];
  const value = typeof entry === 'string' ? entry : '';
  const canBeOpen = field.kind !== 'number' && field.mayBeNotStated;
  const open = canBeOpen && value === notStatedAs(field);
  const control = {
    ...described(pointer, { hint: hint !== null, fault }),
    required: field.required,
    value: open ? t('domain.notStated') : value,
    disabled: open,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onEnter(pointer, event.target.value),
  };
  return (
    <Labelled label={words.label(field, type)} required={field.required} pointer={pointer} hint={hint} fault={fault}>
      {field.kind === 'text' && !open ? (
        <textarea {...control} rows={3} className={classes.input} />
      ) : (
        <input
          {...control}
          className={classes.input}
          data-short={field.kind === 'number' || field.name === 'unit'}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          autoComplete="off"
        />
      )}
      {canBeOpen ? (
        <label className={classes.tickLabel}>
          <input
            type="checkbox"
            checked={open}
            onChange={(event) => onEnter(pointer, event.target.checked ? notStatedAs(field) : '')}
          />
          {t('form.notStated')}
        </label>
      ) : null}
    </Labelled>
  );
}
