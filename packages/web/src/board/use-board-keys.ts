import { type RefObject, useEffect, useState } from 'react';
import { useShortcutsAllowed } from '../settings/device-settings.ts';

/**
 * The keyboard of a list of mines: `j` and `k` or the arrows move from line to line, `/` goes to the field to search with where there is
 * one, `f` to the filters, `?` explains. Enter is the link's own.
 */
export function useBoardKeys({
  list,
  field,
  filters,
}: {
  readonly list: RefObject<HTMLElement | null>;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly filters?: RefObject<HTMLElement | null>;
}) {
  const allowed = useShortcutsAllowed();
  const [helpOpen, setHelpOpen] = useState(false);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, dialog, [role="menu"], [role="dialog"]');
      if (typing) {
        if (event.key === 'ArrowDown' && event.target === field?.current) move(list.current, 1, event);
        return;
      }
      const arrows = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (arrows && list.current?.contains(document.activeElement))
        move(list.current, event.key === 'ArrowDown' ? 1 : -1, event);
      if (!allowed) return;
      if (event.key === 'j') move(list.current, 1, event);
      if (event.key === 'k') move(list.current, -1, event);
      if (event.key === '/' && field) {
        event.preventDefault();
        field.current?.focus();
      }
      if (event.key === 'f' && filters) {
        event.preventDefault();
        filters.current?.querySelector<HTMLElement>('input, select, summary')?.focus();
      }
      if (event.key === '?') {
        event.preventDefault();
        setHelpOpen(true);
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [allowed, list, field, filters]);

  return { helpOpen, openHelp: () => setHelpOpen(true), closeHelp: () => setHelpOpen(false) };
}

/** Moves the focus to the next or previous line of the list; to the first one from outside it. */
function move(list: HTMLElement | null, by: 1 | -1, event: KeyboardEvent): void {
  const mines = [...(list?.querySelectorAll<HTMLElement>('[data-mine]') ?? [])];
  const focused = document.activeElement;
  const now = focused instanceof HTMLElement ? mines.indexOf(focused) : -1;
  const next = now < 0 ? mines[0] : mines[Math.min(Math.max(now + by, 0), mines.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
