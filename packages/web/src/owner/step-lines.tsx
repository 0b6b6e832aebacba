import type { ReactNode } from 'react';
import classes from './step-lines.module.css';
import { StepMark, type StepMarkKind } from './step-mark.tsx';

/** A line that says how far something is, with its shape before it. */
export function State({ mark, children }: { readonly mark: StepMarkKind; readonly children: ReactNode }) {
  return (
    <p className={classes.state}>
      <StepMark kind={mark} />
      <span>{children}</span>
    </p>
  );
}

/** What somebody wrote, as filed. */
export function AsFiled({ text }: { readonly text: string }) {
  return <blockquote className={classes.filed}>{text}</blockquote>;
}

/** The buttons of a step. */
export function StepActs({ children }: { readonly children: ReactNode }) {
  return <div className={classes.acts}>{children}</div>;
}
