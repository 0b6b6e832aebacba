import type { RecordedEvent } from '@rectify/engine';
import { comparePositionsOf } from '@rectify/engine/folding';
import type { Log } from '../log.ts';
import { type Assignment, fromFailure, type Said, type Told } from './messages.ts';

/** A log in another thread, from which batches come as messages. */
export interface LogByMessages {
  readonly log: Log;
  /** Takes a message about the log. */
  take(message: Extract<Told, { kind: 'batch' | 'end' }>): void;
}

/** What came of one reading and was not taken yet. */
interface Arrived {
  readonly batches: (readonly RecordedEvent[])[];
  ended: boolean;
  error?: Error;
  wake: () => void;
}

/** Reads a log by asking for it. */
export function logByMessages({ storeId, positions, head }: Assignment, say: (message: Said) => void): LogByMessages {
  const readings = new Map<number, Arrived>();
  let last = 0;

  async function* read(all: boolean, after: string | undefined, signal?: AbortSignal): AsyncGenerator<RecordedEvent[]> {
    const reading = ++last;
    const arrived: Arrived = { batches: [], ended: false, wake: () => {} };
    const stop = () => arrived.wake();
    readings.set(reading, arrived);
    signal?.addEventListener('abort', stop);
    say({ kind: 'read', reading, all, after });
    try {
      while (!signal?.aborted) {
        const batch = arrived.batches.shift();
        if (batch) {
          say({ kind: 'took', reading });
          yield [...batch];
        } else if (arrived.error) throw arrived.error;
        else if (arrived.ended) return;
        else await new Promise<void>((resolve) => (arrived.wake = resolve));
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      readings.delete(reading);
      say({ kind: 'enough', reading });
    }
  }

  return {
    log: {
      storeId,
      compare: comparePositionsOf(positions),
      head: () => Promise.resolve(head),
      readAll: ({ after } = {}) => read(true, after),
      subscribe: ({ after, signal }) => read(false, after, signal),
    },
    take(message) {
      const arrived = readings.get(message.reading);
      if (!arrived) return;
      if (message.kind === 'batch') arrived.batches.push(message.events);
      else arrived.ended = true;
      if (message.kind === 'end' && message.error) arrived.error = fromFailure(message.error);
      arrived.wake();
    },
  };
}
