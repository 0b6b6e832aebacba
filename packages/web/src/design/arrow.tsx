import classes from './arrow.module.css';
import { Icon } from './icon.tsx';

/** Points to what lies before, or after, such as the day or month next to the one shown. */
export function Arrow({ forward = false }: { readonly forward?: boolean }) {
  return (
    <Icon className={classes.arrow} strokeWidth="1.75" data-forward={forward}>
      <path d="M10 3 5 8l5 5" />
    </Icon>
  );
}
