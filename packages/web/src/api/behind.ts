import { useSyncExternalStore } from 'react';

let since: string | null = null;
const changed = new EventTarget();

/** When the oldest event was recorded that lists do not tell of; null while they tell of all, as far as is known here. */
export function behindSince(): string | null {
  return since;
}

/** Remembers what the server said of it last. */
export function noteBehind(next: string | null): void {
  if (next === since) return;
  since = next;
  changed.dispatchEvent(new Event('behind'));
}

/** {@link behindSince} as React state. */
export function useBehindSince(): string | null {
  return useSyncExternalStore((notify) => {
    changed.addEventListener('behind', notify);
    return () => changed.removeEventListener('behind', notify);
  }, behindSince);
}
