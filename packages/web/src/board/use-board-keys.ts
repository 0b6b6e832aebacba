import { type RefObject, useEffect, useRef, useState } from 'react';
import { setPaletteOpen } from '../palette/palette-open.ts';
import { useShortcutsAllowed } from '../settings/device-settings.ts';

/** What the keyboard can do to a selection of mines. */
export interface KeyedSelection {
  readonly toggle: (mineId: string) => void;
  readonly add: (mineIds: readonly string[]) => void;
  readonly clear: () => void;
}

/** What takes letters itself. Boxes to tick do not, nor a window that is closed: it keeps the focus for a moment. */
const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, dialog[open], [role="menu"], [role="dialog"]';

/**
 * The keyboard of a list of mines: `j` and `k` or the arrows move from line to line, `/` goes to the field to search with, which is
 * the palette where the list has none, `f` to the filters, `?` explains. Where mines can be selected, `x` takes the line or leaves it, with shift `j` and `k` take those that they pass, and
 * Escape leaves all. Enter is the link's own.
 */
export function useBoardKeys({
  list,
  field,
  filters,
  selection,
}: {
  readonly list: RefObject<HTMLElement | null>;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly filters?: RefObject<HTMLElement | null>;
  readonly selection?: KeyedSelection | undefined;
}) {
  const allowed = useShortcutsAllowed();
  const [helpOpen, setHelpOpen] = useState(false);
  const kept = useRef(selection);
  kept.current = selection;

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const typing = event.target instanceof HTMLElement && event.target.closest(TYPED_INTO);
      if (typing) {
        if (event.key === 'ArrowDown' && event.target === field?.current) move(list.current, 1, event);
        return;
      }
      const arrow = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
      if (arrow !== null && list.current?.contains(document.activeElement)) {
        if (event.shiftKey && kept.current) take(list.current, arrow, event, kept.current);
        else move(list.current, arrow, event);
      }
      if (event.key === 'Escape') kept.current?.clear();
      if (!allowed) return;
      if (kept.current) {
        const mineId = mineIn(list.current);
        if (event.key === 'x' && mineId !== undefined) kept.current.toggle(mineId);
        if (event.key === 'J') take(list.current, 1, event, kept.current);
        if (event.key === 'K') take(list.current, -1, event, kept.current);
      }
      if (event.key === 'j') move(list.current, 1, event);
      if (event.key === 'k') move(list.current, -1, event);
      if (event.key === '/') {
        event.preventDefault();
        if (field) field.current?.focus();
        else setPaletteOpen(true);
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
  const focused = lineIn(list);
  const now = focused ? mines.indexOf(focused) : -1;
  const next = now < 0 ? mines[0] : mines[Math.min(Math.max(now + by, 0), mines.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

/** Moves on and takes both the line that is left and the one that is reached. */
function take(list: HTMLElement | null, by: 1 | -1, event: KeyboardEvent, { add }: KeyedSelection): void {
  const left = mineIn(list);
  move(list, by, event);
  add([left, mineIn(list)].flatMap((mineId) => mineId ?? []));
}

/** The line of the list that has the focus, on its link or on another part of it. */
function lineIn(list: HTMLElement | null): HTMLElement | null {
  const focused = document.activeElement;
  if (!list?.contains(focused)) return null;
  return focused?.closest<HTMLElement>('[data-mine]') ?? focused?.closest('tr')?.querySelector('[data-mine]') ?? null;
}

function mineIn(list: HTMLElement | null): string | undefined {
  return lineIn(list)?.dataset.mine;
}
