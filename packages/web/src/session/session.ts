import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const session = z.object({
  token: z.string(),
  id: z.string(),
  role: z.enum(['inspector', 'supervisor', 'licensing', 'reviewer', 'owner', 'analyst', 'admin', 'system']),
  office: z.string(),
  regions: z.union([z.literal('all'), z.array(z.string())]),
  mines: z.array(z.string()),
  /** What to call the person on the screen. */
  name: z.string(),
  /** Which of several people of the same role this is; 0 where there is one. */
  number: z.number(),
});

/** Who is signed in on this tab. */
export type Session = z.infer<typeof session>;

const key = 'rectify.session';
const changed = new EventTarget();
let current: Session | null = read();
let ended = false;

function read(): Session | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : (session.safeParse(JSON.parse(kept)).data ?? null);
  } catch {
    return null;
  }
}

/** The session of this tab, or null. */
export function currentSession(): Session | null {
  return current;
}

/** Begins a session on this tab, or ends it with null. `because: 'ended'` tells the person that it ran out. */
export function setSession(next: Session | null, because?: 'ended'): void {
  current = next;
  ended = because === 'ended';
  try {
    if (next) sessionStorage.setItem(key, JSON.stringify(next));
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
