import { useSyncExternalStore } from 'react';

const changed = new EventTarget();
let open = false;

/** Opens the palette, or closes it. */
export function setPaletteOpen(next: boolean): void {
  open = next;
  changed.dispatchEvent(new Event('palette'));
}

/** Whether the palette is open. */
export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (notify) => {
      changed.addEventListener('palette', notify);
      return () => changed.removeEventListener('palette', notify);
    },
    () => open,
  );
}
