import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import classes from './popover.module.css';

/**
 * A button with a panel that floats below it, above all else. Escape and a press elsewhere close it, and the focus goes back to the button; whoever
 * leaves it with the keyboard closes it too.
 */
export function Popover({
  open,
  onOpen,
  button,
  label,
  className,
  panelLabel,
  children,
}: {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** What stands on the button. */
  readonly button: ReactNode;
  /** What the button is called where that is not what stands on it. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  readonly panelLabel?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open && panel.current?.matches(':popover-open')) panel.current.hidePopover();
  }, [open]);
  return (
    <>
      <Button
        ref={opener}
        kind="quiet"
        className={className}
        popoverTarget={id}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
      >
        {button}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={panelLabel ?? label}
        className={classes.panel}
        onBeforeToggle={({ currentTarget, newState }) => {
          if (newState !== 'open') return;
          if (opener.current) placeBelow(currentTarget, opener.current);
          onOpen(true);
        }}
        onToggle={({ currentTarget, newState }) => {
          if (newState === 'open') focusable(currentTarget)?.focus();
          else onOpen(false);
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget && relatedTarget !== opener.current && !currentTarget.contains(relatedTarget))
            onOpen(false);
        }}
      >
        {open ? children : null}
      </div>
    </>
  );
}

/** Where the panel ends: with its button, as far as the window has room for it. It moves with the page. */
function placeBelow(panel: HTMLElement, opener: HTMLElement): void {
  const { bottom, left, right } = opener.getBoundingClientRect();
  const { clientWidth, dir } = document.documentElement;
  panel.style.insetBlockStart = `${bottom + scrollY}px`;
  panel.style.setProperty('--end', `${dir === 'rtl' ? left : clientWidth - right}px`);
}

function focusable(panel: HTMLElement): HTMLElement | null {
  return panel.querySelector('input:checked, input:enabled, button:enabled, a[href]');
}
