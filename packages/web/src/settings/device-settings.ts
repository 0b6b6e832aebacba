import { useSyncExternalStore } from 'react';

/** What is chosen on a device and never sent anywhere: language, appearance, keyboard, and how the list of mines is looked at. */
export type Setting = 'language' | 'appearance' | 'shortcuts' | 'columns' | 'views';

const changed = new EventTarget();

/** The value of a setting on this device, or null. Null too where the browser keeps nothing. */
export function readSetting(setting: Setting): string | null {
  try {
    return localStorage.getItem(`rectify.${setting}`);
  } catch {
    return null;
  }
}

/** Keeps a setting on this device, as far as the browser lets it. */
export function writeSetting(setting: Setting, value: string): void {
  try {
    localStorage.setItem(`rectify.${setting}`, value);
  } catch {
    // A browser that keeps nothing still works for as long as the page is open.
  }
  changed.dispatchEvent(new Event(setting));
}

/** A setting as React state, with the function that changes it. */
export function useSetting(setting: Setting): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(
    (notify) => {
      changed.addEventListener(setting, notify);
      return () => changed.removeEventListener(setting, notify);
    },
    () => readSetting(setting),
  );
  return [value, (next) => writeSetting(setting, next)];
}

/** Whether single-key shortcuts work on this device; they do unless switched off. */
export function useShortcutsAllowed(): boolean {
  return useSetting('shortcuts')[0] !== 'off';
}
