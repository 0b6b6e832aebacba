import { useEffect, useRef } from 'react';
import { useShortcutsAllowed } from '../settings/device-settings.ts';

/** What the keyboard does in a replay. */
export interface ReplayKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  readonly toggle: () => void;
  readonly help: () => void;
  /** Where histories are replayed side by side: to what happened to the chosen mine. */
  readonly nextOfMine?: () => void;
  readonly previousOfMine?: () => void;
  /** Likewise: chooses another mine. */
  readonly nextMine?: () => void;
  readonly previousMine?: () => void;
}

const actions: Readonly<Record<string, keyof ReplayKeys>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  '⇧ArrowRight': 'nextOfMine',
  '⇧ArrowLeft': 'previousOfMine',
  j: 'nextMine',
  k: 'previousMine',
  Home: 'first',
  End: 'last',
  ' ': 'toggle',
  '?': 'help',
};

const mirrored: Readonly<Partial<Record<keyof ReplayKeys, keyof ReplayKeys>>> = {
  next: 'previous',
  previous: 'next',
  nextOfMine: 'previousOfMine',
  previousOfMine: 'nextOfMine',
};

/** Arrows, Home, End and Space move through the replay, `?` explains, unless single-key shortcuts are off or a field or button uses them itself. */
export function useReplayKeys(keys: ReplayKeys): void {
  const allowed = useShortcutsAllowed();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!allowed) return;
    const pressed = (event: KeyboardEvent) => {
      const action = actions[event.shiftKey && event.key !== '?' ? `⇧${event.key}` : event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLElement) {
        if (event.target.closest('input, textarea, select, dialog[open], [role="menu"], [role="dialog"]')) return;
        if (event.key === ' ' && event.target.closest('button, a, summary')) return;
      }
      const rightToLeft = document.documentElement.dir === 'rtl';
      const act = latest.current[(rightToLeft && mirrored[action]) || action];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [allowed]);
}
