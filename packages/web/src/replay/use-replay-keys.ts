import { useEffect, useRef } from 'react';
import { useShortcutsAllowed } from '../settings/device-settings.ts';

/** What the keyboard does in a replay. */
export interface ReplayKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  readonly toggle: () => void;
}

const actions: Readonly<Record<string, keyof ReplayKeys>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
  ' ': 'toggle',
};

/** Arrows, Home, End and Space move through the replay, unless single-key shortcuts are off or a field or button uses them itself. */
export function useReplayKeys(keys: ReplayKeys): void {
  const allowed = useShortcutsAllowed();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!allowed) return;
    const pressed = (event: KeyboardEvent) => {
      const action = actions[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLElement) {
        if (event.target.closest('input, textarea, select, dialog[open], [role="menu"], [role="dialog"]')) return;
        if (event.key === ' ' && event.target.closest('button, a, summary')) return;
      }
      event.preventDefault();
      const rightToLeft = document.documentElement.dir === 'rtl';
      if (rightToLeft && action === 'next') latest.current.previous();
      else if (rightToLeft && action === 'previous') latest.current.next();
      else latest.current[action]();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [allowed]);
}
