import { type ReactNode, useId } from 'react';
import { fieldId } from '../case/form/field-id.ts';
import { Fault } from '../case/form/labelled.tsx';
import type { Faults } from '../case/form/refusal.ts';
import classes from './on-the-spot.module.css';

/** A part of the checklist under its heading, with what is wrong with the whole of it. */
export function Part({
  title,
  pointer,
  faults,
  children,
}: {
  readonly title: string;
  readonly pointer?: string;
  readonly faults?: Faults;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes.part}>
      <h2 id={heading}>{title}</h2>
      {pointer === undefined || !faults?.has(pointer) ? null : (
        <div id={fieldId(pointer)} tabIndex={-1}>
          <Fault id={fieldId(pointer)} text={faults.get(pointer)} />
        </div>
      )}
      {children}
    </section>
  );
}
