import { Icon } from '../design/icon.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import classes from './step-mark.module.css';

/** How far something is: open, only on this device, sent but not accepted, returned, or done. Each has its own shape. */
export type StepMarkKind = 'open' | 'here' | 'sent' | 'returned' | 'done';

const shapes: Readonly<Record<StepMarkKind, React.ReactNode>> = {
  open: <rect x="3" y="3" width="14" height="14" rx="2" strokeWidth="1.75" />,
  here: (
    <>
      <rect x="5.5" y="2.5" width="9" height="15" rx="1.5" strokeWidth="1.75" />
      <path d="M9 15h2" />
    </>
  ),
  sent: <path d="M3 6.5v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-7a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2Zm.5-.5L10 11l6.5-5" />,
  returned: <path d="M8 3.5 3.5 8 8 12.5M4 8h8a4 4 0 0 1 0 8h-2" strokeWidth="1.75" />,
  done: (
    <>
      <circle cx="10" cy="10" r="8" fill="currentColor" stroke="none" />
      <path d="m6 10.2 2.8 2.8L14.2 7" stroke="var(--paper)" strokeWidth="1.9" />
    </>
  ),
};

const computer = (
  <>
    <rect x="2.5" y="3.5" width="15" height="10" rx="1.5" strokeWidth="1.75" />
    <path d="M6.5 16.5h7" strokeWidth="1.75" />
  </>
);

/** The shape of how far something is; its words stand beside it, and call this device a phone or a computer as it is drawn. */
export function StepMark({ kind }: { readonly kind: StepMarkKind }) {
  const narrow = useNarrow();
  return (
    <Icon grid={20} className={classes.mark} data-kind={kind}>
      {kind === 'here' && !narrow ? computer : shapes[kind]}
    </Icon>
  );
}
