import { useSyncExternalStore } from 'react';

/** A difference that is not worth telling of, in milliseconds. */
const UNREMARKABLE = 60_000;

const STORED = 'rectify.clock';
const changed = new EventTarget();
let ahead: number | null = stored();

function stored(): number | null {
  try {
    const kept = Number(localStorage.getItem(STORED) ?? 'none');
    return Number.isFinite(kept) ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Measures how far this device's clock is ahead of the server's, by the `Date` of an answer (RFC 9110, whole seconds, so half a second is added) and
 * the middle between asking and being answered, both by this device, in milliseconds. A `Date` that is missing measures nothing.
 */
export function measureClock(date: string | null, askedAt: number, answeredAt: number): void {
  const server = Date.parse(date ?? '');
  if (Number.isNaN(server)) return;
  const measured = Math.round((askedAt + answeredAt) / 2 - (server + 500));
  if (ahead !== null && Math.abs(measured - ahead) < 1500) return;
  ahead = measured;
  try {
    localStorage.setItem(STORED, String(measured));
  } catch {
    // It is measured again by the next answer.
  }
  changed.dispatchEvent(new Event('clock'));
}

/** How far this device's clock is ahead of the server's, in milliseconds; null while it was not measured. */
export function clockAhead(): number | null {
  return ahead;
}

/** How far this device's clock is off, in whole minutes, ahead if positive; null where that is not worth telling. */
export function useClockOff(): number | null {
  const now = useSyncExternalStore(
    (notify) => {
      changed.addEventListener('clock', notify);
      return () => changed.removeEventListener('clock', notify);
    },
    () => ahead,
  );
  return now === null || Math.abs(now) < UNREMARKABLE ? null : Math.round(now / 60_000);
}

/** How exactly a clock can be measured by answers that tell whole seconds, in milliseconds. */
const UNCERTAIN = 1_000;

/** An instant of this device's clock by the server's; one that would lie in the server's future is its present. A difference too small to be measured is none. */
export function byServerClock(instant: string, aheadThen: number, deviceNow: number, aheadNow: number): string {
  const corrected = Date.parse(instant) - (Math.abs(aheadThen) <= 2 * UNCERTAIN ? 0 : aheadThen);
  return new Date(Math.min(corrected, deviceNow - aheadNow - UNCERTAIN)).toISOString();
}
