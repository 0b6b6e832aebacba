import type { MineStatus } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import classes from './status-mark.module.css';

const shapes: Readonly<Record<MineStatus, React.ReactNode>> = {
  operating: <circle cx="6" cy="6" r="5" />,
  closed: <rect x="1" y="1" width="10" height="10" />,
  inspected: <path d="M6 0 12 6 6 12 0 6Z" />,
  licensed: <path d="M6 0.5 12 11.5H0Z" />,
  reopened: (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <circle cx="6" cy="6" r="2" />
    </>
  ),
  decommissioned: <path d="M1.5 1.5 10.5 10.5M10.5 1.5 1.5 10.5" stroke="currentColor" strokeWidth="2" fill="none" />,
};

/** The shape of a status alone, for where its word stands beside it. Not announced by a screen reader. */
export function StatusShape({ status, size = 12 }: { readonly status: MineStatus; readonly size?: number }) {
  return (
    <Icon grid={12} size={size} fill="currentColor" stroke="none" className={classes.shape} data-status={status}>
      {shapes[status]}
    </Icon>
  );
}

/** A status as colour, shape and word. Inspected and licensed always say that the mine is still shut. */
export function StatusMark({ status }: { readonly status: MineStatus }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-status={status}>
      <StatusShape status={status} />
      {t(`domain.status.${status}`)}
    </span>
  );
}
