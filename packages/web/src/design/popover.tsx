import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import classes from './popover.module.css';

/**
 * A button with a panel that floats below it, or over it where there is more room, above all else. Escape and a press elsewhere close it, and the focus
 * goes back to the button; whoever leaves it with the keyboard closes it too.
 */
export function Popover({
  open,
  onOpen,
  button,
  label,
  className,
  panelLabel,
  fromStart = false,
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
  /** Whether the panel begins where what holds the button begins, and does not end with the button. */
  readonly fromStart?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open || !panel.current?.matches(':popover-open')) return;
    panel.current.hidePopover();
    // What had the focus has gone with what was in the panel.
    if (document.activeElement === document.body) opener.current?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    // It moves with the page by itself, but not with what scrolls within it, such as a dialog.
    const follow = ({ target }: Event) => {
      if (panel.current && opener.current && target instanceof Element && target.contains(opener.current))
        placeBeside(panel.current, opener.current);
    };
    addEventListener('scroll', follow, { capture: true, passive: true });
    return () => removeEventListener('scroll', follow, { capture: true });
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
        data-from-start={fromStart}
        onBeforeToggle={({ currentTarget, newState }) => {
          if (newState !== 'open') return;
          if (opener.current) placeBeside(currentTarget, opener.current);
          onOpen(true);
        }}
        onToggle={({ currentTarget, newState }) => {
          if (newState === 'open') first(currentTarget)?.focus();
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

/** A panel that is taller than what is left below its button stands over it, if there is more room. */
const TALL = 420;

/** Where the panel begins and ends: with its button, as far as the window has room for it. It moves with the page. */
function placeBeside(panel: HTMLElement, opener: HTMLElement): void {
  const { top, bottom, left, right } = opener.getBoundingClientRect();
  const { clientWidth, clientHeight, dir } = document.documentElement;
  const below = clientHeight - bottom;
  const over = below < TALL && top > below;
  panel.style.insetBlock = over ? `auto ${clientHeight - top - scrollY}px` : `${bottom + scrollY}px auto`;
  panel.style.setProperty('--room', `${over ? top : below}px`);
  const holder = (opener.parentElement ?? opener).getBoundingClientRect();
  panel.style.setProperty('--start', `${dir === 'rtl' ? clientWidth - holder.right : holder.left}px`);
  panel.style.setProperty('--end', `${dir === 'rtl' ? left : clientWidth - right}px`);
}

/** What has the focus first: what is marked for it, or else the first that can have it. */
function first(panel: HTMLElement): HTMLElement | null {
  return (
    panel.querySelector<HTMLElement>('[data-autofocus]') ??
    panel.querySelector('input:checked, input:enabled, button:enabled, a[href]')
  );
}
