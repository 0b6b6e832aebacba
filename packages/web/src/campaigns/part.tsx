import { type ReactNode, useId } from 'react';
import classes from './campaigns.module.css';

/** A part of the page of a campaign under its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes.part}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
