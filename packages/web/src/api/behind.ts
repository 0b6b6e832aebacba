import { useSyncExternalStore } from 'react';

/** What is known here of how far the server's lists are. */
export interface Behind {
  /** When the oldest event was recorded that lists do not tell of; null while they tell of all. */
  readonly since: string | null;
  /** The server answers nothing yet: its lists are being filled. */
  readonly filling: boolean;
}

let behind: Behind = { since: null, filling: false };
const changed = new EventTarget();

/** What the server said last. */
export function behindNow(): Behind {
  return behind;
}

/** Remembers what the server said. */
export function noteBehind(said: Partial<Behind>): void {
  const next = { ...behind, ...said };
  if (next.since === behind.since && next.filling === behind.filling) return;
  behind = next;
  changed.dispatchEvent(new Event('behind'));
}

/** {@link behindNow} as React state. */
export function useBehind(): Behind {
  return useSyncExternalStore((notify) => {
    changed.addEventListener('behind', notify);
    return () => changed.removeEventListener('behind', notify);
  }, behindNow);
}
