import { useTranslation } from 'react-i18next';
import { ChoiceField, SeveralField } from './choice-field.tsx';
import { DocumentField } from './document-field.tsx';
import type { Field } from './field.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { described, Fault } from './labelled.tsx';
import { DayField, MomentField } from './moment-field.tsx';
import { TextField } from './text-field.tsx';
import { useFieldWords } from './use-field-words.ts';

/** One field of a form, asked for as its kind needs. */
export function FormField(props: FieldProps) {
  const { field } = props;
  switch (field.kind) {
    case 'given':
      return null;
    case 'line':
    case 'text':
    case 'number':
      return <TextField {...props} field={field} />;
    case 'yes':
      return <YesField {...props} />;
    case 'choice':
      return <ChoiceField {...props} field={field} />;
    case 'several':
      return <SeveralField {...props} field={field} />;
    case 'day':
      return <DayField {...props} />;
    case 'instant':
    case 'day-or-instant':
      return <MomentField {...props} />;
    case 'document':
      return <DocumentField {...props} />;
    case 'group':
      return <GroupField {...props} field={field} />;
    case 'each':
      return <EachField {...props} field={field} />;
    case 'unknown':
      return <UnknownField {...props} />;
  }
}

function YesField({ type, field, entries, onEnter, faults }: FieldProps) {
  const { label } = useFieldWords();
  const fault = faults.get(field.pointer);
  return (
    <div className={classes.field}>
      <label className={classes.tickLabel}>
        <input
          type="checkbox"
          {...described(field.pointer, { fault })}
          checked={entries[field.pointer] === true}
          onChange={(event) => onEnter(field.pointer, event.target.checked)}
        />
        {label(field, type)}
      </label>
      <Fault id={fieldId(field.pointer)} text={fault} />
    </div>
  );
}

function GroupField({ field, ...props }: FieldProps<Extract<Field, { kind: 'group' }>>) {
  const { t } = useTranslation();
  const { label } = useFieldWords();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>
        {label(field, props.type)}
        {field.required ? null : <span className={classes.optional}>{t('form.optional')}</span>}
      </legend>
      <div className={classes.groupFields}>
        {field.fields.map((inner) => (
          <FormField key={inner.pointer} {...props} field={field.required ? inner : { ...inner, required: true }} />
        ))}
      </div>
    </fieldset>
  );
}

function UnknownField({ type, field }: FieldProps) {
  const { t } = useTranslation();
  const { label } = useFieldWords();
  return (
    <p className={classes.hint}>
      {t(field.required ? 'form.cannotAskRequired' : 'form.cannotAsk', { field: label(field, type) })}
    </p>
  );
}

/** A row for each thing that needs one, such as evidence for each open finding. */
function EachField({ field, ...props }: FieldProps<Extract<Field, { kind: 'each' }>>) {
  const { t } = useTranslation();
  const words = useFieldWords();
  if (field.options.length === 0) return <p className="quiet">{t('form.nothingToChoose')}</p>;
  return (
    <div className={classes.each}>
      {field.options.map((option, index) => (
        <fieldset key={option.value} className={classes.group}>
          <legend className={classes.label}>{words.option({ name: field.of }, option)}</legend>
          <div className={classes.rowFields}>
            {field.rows[index]?.map((inner) => (
              <FormField key={inner.pointer} {...props} field={inner} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
