import classes from './late-mark.module.css';

/** By how much something is late: a filled flag and the words. */
export function LateMark({ late }: { readonly late: string }) {
  return (
    <strong className={classes.late}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M2 0.5V12M2 1h8.5L8 3.75 10.5 6.5H2Z" fill="currentColor" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      {late}
    </strong>
  );
}
