import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

/** A part of the owner's page under its heading. */
export function Section({
  title,
  children,
  id,
  onlyOnScreen = false,
}: {
  readonly title: string;
  /** By which an address leads here. */
  readonly id?: string;
  readonly children: ReactNode;
  readonly onlyOnScreen?: boolean;
}) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className={classes.section} data-on-screen-only={onlyOnScreen}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
