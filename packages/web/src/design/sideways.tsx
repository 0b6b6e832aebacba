import type { ReactNode } from 'react';
import classes from './sideways.module.css';

/** What may be wider than there is room for, such as a table: it moves sideways in a frame of its own, by keyboard too. On paper all of it is there. */
export function Sideways({
  label,
  className = '',
  children,
}: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to move it sideways
    <section className={`${classes.sideways} ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
