import { type ReactNode, useId } from 'react';
import classes from './forms.module.css';

/** One control of a form of campaigns with its label, a hint, and what is wrong with it. */
export function Field({
  label,
  hint,
  fault,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly children: (described: {
    readonly id: string;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}) {
  const id = useId();
  const by = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ');
  return (
    <div className={classes.field} data-faulty={fault !== undefined}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p id={`${id}-fault`} role="alert" className={classes.fault}>
          {fault}
        </p>
      ) : null}
      {children({ id, 'aria-invalid': fault ? true : undefined, 'aria-describedby': by || undefined })}
    </div>
  );
}
