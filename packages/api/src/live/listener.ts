import { once } from 'node:events';
import type { Response } from 'express';

/** More than this waiting for one listener means that it does not read: it is cut. In bytes. */
const MAX_WAITING = 1024 * 1024;

/** How long catching up waits for a listener to read on, in milliseconds. */
const PATIENCE = 30_000;

/** The sending end of one Server-Sent Events connection. */
export interface Listener {
  /** Whether the connection is gone, for whatever reason. */
  readonly gone: boolean;
  /** Sends text at once, or cuts a listener that does not read. */
  send(text: string): void;
  /** Sends text and waits until the listener has taken it up, or is gone. */
  sendInTime(text: string): Promise<void>;
  /** Ends the stream in order. */
  end(): void;
  onceGone(then: () => void): void;
}

/** Begins a stream of events on a response. */
export function beginListening(response: Response): Listener {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const left = new AbortController();
  response.once('close', () => left.abort());

  function send(text: string): void {
    if (text === '' || left.signal.aborted || response.writableEnded) return;
    response.write(text);
    if (response.writableLength > MAX_WAITING) response.destroy();
  }

  return {
    get gone() {
      return left.signal.aborted || response.writableEnded;
    },
    send,
    async sendInTime(text) {
      send(text);
      if (!response.writableNeedDrain || left.signal.aborted) return;
      try {
        await once(response, 'drain', { signal: AbortSignal.any([left.signal, AbortSignal.timeout(PATIENCE)]) });
      } catch {
        response.destroy();
      }
    },
    end: () => {
      if (!response.writableEnded) response.end();
    },
    onceGone: (then) => {
      if (left.signal.aborted) then();
      else left.signal.addEventListener('abort', () => then());
    },
  };
}
