import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import classes from './dialog.module.css';

/** A window over the page that keeps the keyboard inside; Escape closes it and the focus goes back to where it was. */
export function Dialog({
  open,
  title,
  onClose,
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={heading} onClose={onClose}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        <Button kind="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
