import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useSession, whoIs } from '../session/session.ts';
import { problemOf, rememberPosition, requestHeaders } from './client.ts';
import { readMessages, type StreamMessage } from './event-stream.ts';
import { asOneOfFew, isSeen, whileSeen } from './few-streams.ts';
import { followedFrom, followedNoMore } from './followed.ts';
import { pause } from './pause.ts';
import { askSignedIn } from './signed-in.ts';

/** Whether the server's news reach this page. */
export type Connection = 'connecting' | 'open' | 'lost';

let connection: Connection = 'connecting';
const news = new EventTarget();
/** Milliseconds between two tries, in the end, and between two times at which a page without a stream asks for everything. */
const LONGEST = 10_000;
const pauses = [500, 1000, 2000, 5000, LONGEST];

function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  news.dispatchEvent(new Event('connection'));
}

/** The state of the live connection. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (notify) => {
      news.addEventListener('connection', notify);
      return () => news.removeEventListener('connection', notify);
    },
    () => connection,
  );
}

/** Tells of every mine that something was recorded of, while the page is open. Returns how to stop listening. */
export function onMineChanged(listener: (mineId: string) => void): () => void {
  const heard = (event: Event) => {
    if (event instanceof CustomEvent) listener(String(event.detail));
  };
  news.addEventListener('mine', heard);
  return () => news.removeEventListener('mine', heard);
}

/**
 * Follows `/v1/live` while someone is signed in, and asks again for what an event touches. It resumes after the last event heard; a
 * browser's `EventSource` cannot send who is asking, so the stream is read with `fetch`.
 */
export function useLive(): void {
  const session = useSession();
  const client = useQueryClient();
  // Administrators see no case, and so no news of any.
  const person = session && session.role !== 'admin' ? whoIs(session) : undefined;
  useEffect(() => {
    if (person === undefined) return;
    const stop = new AbortController();
    let touched = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      const mines = touched;
      touched = new Set();
      for (const mineId of mines) void client.invalidateQueries({ queryKey: ['mine', mineId] });
      void client.invalidateQueries({ queryKey: ['mines'] });
      void client.invalidateQueries({ queryKey: ['work'] });
      void client.invalidateQueries({ queryKey: ['statistics'] });
      // What was previewed stays as it was seen.
      void client.invalidateQueries({
        queryKey: ['campaigns'],
        predicate: ({ queryKey }) => !queryKey.includes('preview'),
      });
    };
    const heard = ({ data }: StreamMessage) => {
      const { mineId, campaignId, position } = eventIn(data);
      rememberPosition(position);
      if (mineId === undefined && campaignId === undefined) return;
      if (mineId !== undefined) {
        touched.add(mineId);
        news.dispatchEvent(new CustomEvent('mine', { detail: mineId }));
      }
      timer ??= setTimeout(refresh, 100);
    };
    const caughtUp = () => void client.invalidateQueries();
    void follow(heard, caughtUp, stop.signal);
    return () => {
      stop.abort();
      followedNoMore();
      clearTimeout(timer);
      setConnection('connecting');
    };
  }, [person, client]);
}

/**
 * Reads the stream until told to stop, beginning again after every break. A page that nobody sees lets go of it, and takes it up after the last event heard when it is
 * seen again; one that is seen beside many others asks for everything every so often instead.
 */
async function follow(
  heard: (message: StreamMessage) => void,
  caughtUp: () => void,
  signal: AbortSignal,
): Promise<void> {
  let lastId: string | undefined;
  let failures = 0;
  /** Whether something may have been recorded of which a stream that begins anew does not tell. */
  let missed = !isSeen();

  async function read(here: AbortSignal): Promise<void> {
    const ask = () =>
      fetch('/v1/live', {
        headers: { Accept: 'text/event-stream', ...requestHeaders(), ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
        signal: here,
      });
    const response = await askSignedIn(ask, here);
    // The cursor may be of a store that is gone, or too old; the next try begins anew, and all is read again then.
    if (response.status === 410) {
      lastId = undefined;
      missed = true;
    }
    if (!response.ok || !response.body) throw await problemOf(response);
    if (connection === 'lost' || missed) caughtUp();
    missed = false;
    setConnection('open');
    failures = 0;
    const messages = readMessages();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      for (const message of messages(chunk.value)) {
        // A stream that begins anew begins with where it does.
        if (lastId === undefined && message.id !== undefined) followedFrom(positionOf(message.id), caughtUp);
        lastId = message.id ?? lastId;
        heard(message);
      }
    }
  }

  async function followOnce(here: AbortSignal): Promise<void> {
    // Any break is answered the same way: wait a little, then follow on from the last event heard.
    const followed = await asOneOfFew(() => read(here)).catch(() => true);
    missed ||= lastId === undefined;
    if (here.aborted) return;
    if (followed) {
      failures += 1;
      if (failures > 1) setConnection('lost');
    } else {
      setConnection('open');
      caughtUp();
    }
    await pause(followed ? (pauses[Math.min(failures, pauses.length) - 1] ?? LONGEST) : LONGEST, here);
  }

  while (!signal.aborted) await whileSeen(signal, followOnce);
}

/** The position in an id of the stream, behind the store that it is of. */
function positionOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

/** What an event says of where it belongs; nothing of a message that is no event. */
function eventIn(data: string): {
  readonly mineId?: string;
  readonly campaignId?: string;
  readonly position?: string;
} {
  try {
    const event: { mineId?: unknown; campaignId?: unknown; position?: unknown } = JSON.parse(data);
    return {
      ...(typeof event.mineId === 'string' ? { mineId: event.mineId } : {}),
      ...(typeof event.campaignId === 'string' ? { campaignId: event.campaignId } : {}),
      ...(typeof event.position === 'string' ? { position: event.position } : {}),
    };
  } catch {
    return {};
  }
}
