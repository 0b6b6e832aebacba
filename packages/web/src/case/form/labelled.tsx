import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from './field-id.ts';
import classes from './form.module.css';

/** A label, a hint and what is wrong, around one control. */
export function Labelled({
  label,
  required,
  pointer,
  hint,
  fault,
  children,
}: {
  readonly label: string;
  readonly required: boolean;
  readonly pointer: string;
  readonly hint?: ReactNode;
  readonly fault: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = fieldId(pointer);
  return (
    <div className={classes.field} data-faulty={fault !== undefined}>
      <label htmlFor={id} className={classes.label}>
        {label}
        {required ? null : <span className={classes.optional}>{t('form.optional')}</span>}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      ) : null}
      <Fault id={id} text={fault} />
      {children}
    </div>
  );
}

/** What is wrong with a field, above it. */
export function Fault({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p id={`${id}-fault`} className={classes.fault}>
      {text}
    </p>
  );
}

/** What a control has to refer to, so that hint and fault are read with it. */
export function described(
  pointer: string,
  { hint, fault }: { readonly hint?: boolean; readonly fault: string | undefined },
) {
  const id = fieldId(pointer);
  const by = [...(hint ? [`${id}-hint`] : []), ...(fault === undefined ? [] : [`${id}-fault`])].join(' ');
  return { id, 'aria-invalid': fault === undefined ? undefined : true, 'aria-describedby': by === '' ? undefined : by };
}
