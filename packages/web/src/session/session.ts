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
let ranOut = false;

function read(): Session | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : (session.safeParse(JSON.parse(kept)).data ?? null);
  } catch {
    return null;
  }
}

/** The session of this tab, or null; one that ran out is still that of whoever sits here until they leave. */
export function currentSession(): Session | null {
  return current;
}

/** Begins a session on this tab, or ends it with null. */
export function setSession(next: Session | null): void {
  current = next;
  ranOut = false;
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

/** The server does not take a token any more: if it is that of this tab's session, the session ran out. */
export function noteRanOut(token: string): void {
  if (current?.token !== token || ranOut) return;
  ranOut = true;
  changed.dispatchEvent(new Event('session'));
}

/** Whether the session of this tab ran out. */
export function hasRunOut(): boolean {
  return ranOut;
}

/** {@link hasRunOut} as React state. */
export function useRanOut(): boolean {
  return useSyncExternalStore(subscribe, hasRunOut);
}

/** What tells the person of a session from every other, whenever they sign in. */
export function whoIs({ id, role, mines }: Session): string {
  return JSON.stringify([id, role, mines]);
}

/** Waits while the session of this tab has run out; then says whether the same person is signed in. Throws the signal's reason when it aborts. */
export function signedInAgain(person: Session, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (ranOut) return;
      stop();
      resolve(current !== null && whoIs(current) === whoIs(person));
    };
    const given = () => {
      stop();
      reject(signal?.reason);
    };
    const stop = () => {
      changed.removeEventListener('session', look);
      signal?.removeEventListener('abort', given);
    };
    changed.addEventListener('session', look);
    signal?.addEventListener('abort', given);
    if (signal?.aborted) given();
    else look();
  });
}
