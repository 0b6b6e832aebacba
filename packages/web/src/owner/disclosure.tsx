import type { ReactNode } from 'react';
import classes from './disclosure.module.css';

/** More, behind a line that opens it. It is printed open. */
export function Disclosure({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className={classes.disclosure}>
      <summary>{summary}</summary>
      <div className={classes.content}>{children}</div>
    </details>
  );
}
