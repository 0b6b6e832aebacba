import type { ReactNode } from 'react';
import formClasses from '../../case/form/form.module.css';
import { described, Labelled } from '../../case/form/labelled.tsx';

/** One control of a form of campaigns, with its label, a hint, and what is wrong with it. The pointer tells it apart from others on the page. */
export function Field({
  pointer,
  label,
  required = true,
  hint,
  fault,
  children,
}: {
  readonly pointer: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly children: (control: ReturnType<typeof described> & { readonly className: string | undefined }) => ReactNode;
}) {
  return (
    <Labelled label={label} required={required} pointer={pointer} hint={hint} fault={fault}>
      {children({ ...described(pointer, { hint: hint !== undefined, fault }), className: formClasses.input })}
    </Labelled>
  );
}
