import type { MineDetail } from '../../api/answers.ts';
import { Icon } from '../../design/icon.tsx';
import classes from './file.module.css';

/** How far something has come: not begun, under way, done, refused. */
export type Progress = 'open' | 'under-way' | 'done' | 'refused';

const marks: Readonly<Record<Progress, React.ReactNode>> = {
  open: null,
  'under-way': <path d="M4 8h8" />,
  done: <path d="m4 8.5 2.75 2.75L12 5" />,
  refused: <path d="m5 5 6 6M11 5l-6 6" />,
};

/** A box that is empty, half way, ticked or crossed. The word stands beside it. */
export function Tick({ progress }: { readonly progress: Progress }) {
  return (
    <Icon className={classes.tick} data-progress={progress}>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" />
      {marks[progress]}
    </Icon>
  );
}

/** How far a requirement has come. */
export function progressOf({ status, expired }: MineDetail['detail']['requirements'][number]): Progress {
  if (expired) return 'refused';
  switch (status) {
    case 'satisfied':
    case 'waived':
      return 'done';
    case 'submitted':
      return 'under-way';
    case 'returned':
    case 'lapsed':
      return 'refused';
    case 'missing':
      return 'open';
  }
}
