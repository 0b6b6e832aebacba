import type { ButtonHTMLAttributes, Ref } from 'react';
import classes from './button.module.css';

/** How much a button asks for attention: one `primary` a screen. */
export type ButtonKind = 'primary' | 'plain' | 'quiet';

/** The classes of a button of a kind. */
function buttonClass(kind: ButtonKind = 'plain'): string {
  return `${classes.button} ${classes[kind]}`;
}

/** A button. Its text is a verb of the domain. */
export function Button({
  kind = 'plain',
  type = 'button',
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly kind?: ButtonKind; readonly ref?: Ref<HTMLButtonElement> }) {
  return <button type={type} className={`${buttonClass(kind)} ${className ?? ''}`} data-kind={kind} {...rest} />;
}
