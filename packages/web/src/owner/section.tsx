import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

/** A part of the owner's page under its heading. */
export function Section({
  title,
  children,
  onlyOnScreen = false,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onlyOnScreen?: boolean;
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes.section} data-on-screen-only={onlyOnScreen}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
