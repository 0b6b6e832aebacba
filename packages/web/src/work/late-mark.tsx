import { Icon } from '../design/icon.tsx';
import classes from './late-mark.module.css';

/** By how much something is late: a filled flag and the words. */
export function LateMark({ late }: { readonly late: string }) {
  return (
    <strong className={classes.late}>
      <Icon grid={12} fill="currentColor">
        <path d="M2 0.5V12M2 1h8.5L8 3.75 10.5 6.5H2Z" />
      </Icon>
      {late}
    </strong>
  );
}
