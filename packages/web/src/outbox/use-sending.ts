import { useCallback, useEffect, useState } from 'react';
import { useConnection } from '../api/live.ts';
import { useSession } from '../session/session.ts';
import { actsOf, useKeptActs } from './kept-acts.ts';
import { sendAct } from './send-act.ts';

/** How long to wait before trying again, in milliseconds. */
const PAUSE = 5_000;

let trying = false;

/** Sends all that waits on this device for the person who is signed in, the oldest first, until one finds no line. */
async function sendWaiting(person: string): Promise<void> {
  if (trying) return;
  trying = true;
  try {
    for (const act of actsOf(person).filter(({ state }) => state === 'waiting')) {
      const { kind } = await sendAct(act);
      if (kind === 'waiting') return;
    }
  } finally {
    trying = false;
  }
}

/** Sends what waits on this device as soon as there is a line, for as long as the page is open. */
export function useSending(): void {
  const person = useSession()?.id;
  const connection = useConnection();
  const waits = useKeptActs().some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (person === undefined || !waits || connection === 'connecting') return;
    const send = () => void sendWaiting(person);
    send();
    const timer = setInterval(send, PAUSE);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [person, waits, connection]);
}

/** Sends what waits when asked to; whether that is under way. */
export function useSendNow(): { readonly sending: boolean; readonly send: () => void } {
  const person = useSession()?.id;
  const [sending, setSending] = useState(false);
  const send = useCallback(() => {
    if (person === undefined) return;
    setSending(true);
    void sendWaiting(person).finally(() => setSending(false));
  }, [person]);
  return { sending, send };
}
