import type { Role } from '@rectify/engine/rectification';
import { useSyncExternalStore } from 'react';

/** Who is signed in on this tab. */
export interface Session {
  readonly token: string;
  readonly id: string;
  readonly role: Role;
  readonly office: string;
  readonly regions: readonly string[] | 'all';
  readonly mines: readonly string[];
  /** Which of several people of the same role this is; 0 where there is one. */
  readonly number: number;
}

const key = 'rectify.session';
const changed = new EventTarget();
let current: Session | null = read();
let ended = false;

function read(): Session | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as Session);
  } catch {
    return null;
  }
}

/** The session of this tab, or null. */
export function currentSession(): Session | null {
  return current;
}

/** Begins a session on this tab, or ends it with null. `because: 'ended'` tells the person that it ran out. */
export function setSession(session: Session | null, because?: 'ended'): void {
  current = session;
  ended = because === 'ended';
  try {
    if (session) sessionStorage.setItem(key, JSON.stringify(session));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the session lasts until the page is closed.
  }
  changed.dispatchEvent(new Event('session'));
}

function subscribe(notify: () => void) {
  changed.addEventListener('session', notify);
  return () => changed.removeEventListener('session', notify);
}

/** The session of this tab as React state. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribe, currentSession);
}

/** Whether the last session ran out rather than being left. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, () => ended);
}
