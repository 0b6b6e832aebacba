import type { ButtonHTMLAttributes, HTMLAttributes, Ref } from 'react';
import classes from './button.module.css';

/** How much a button asks for attention: one `primary` a screen. */
export type ButtonKind = 'primary' | 'plain' | 'quiet';

/** A button. Its text is a verb of the domain. A `flush` one of the quiet kind begins, with its words, where those above it do. */
export function Button({
  kind = 'plain',
  flush = false,
  type = 'button',
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: ButtonKind;
  readonly flush?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  const all = [classes.button, classes[kind], flush ? classes.flush : '', className ?? ''];
  return <button type={type} className={all.join(' ')} data-kind={kind} {...rest} />;
}

/** Buttons side by side. On a phone each fills the line it stands on, so that what goes to the next is not indented. */
export function ButtonRow({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div className={`${classes.row} ${className ?? ''}`} {...rest} />;
}
