import type { Log } from '../log.ts';
import { type Said, type Told, toFailure } from './messages.ts';

/** Batches that are under way to the thread at most: one that it folds, and the next. */
const UNDER_WAY = 2;

/** Gives a thread the log that it asks for. */
export interface LogForThread {
  /** Takes a message about the log. */
  take(message: Extract<Said, { kind: 'read' | 'took' | 'enough' }>): void;
  /** Ends all readings. */
  close(): void;
}

/** One reading of the thread. */
interface Reading {
  readonly ending: AbortController;
  room: number;
  wake: () => void;
}

/** Reads a log for a thread, a batch whenever there is room for one. */
export function logForThread(log: Log, tell: (message: Told) => void): LogForThread {
  const readings = new Map<number, Reading>();

  async function read({ reading: id, all, after }: Extract<Said, { kind: 'read' }>): Promise<void> {
    const reading: Reading = { ending: new AbortController(), room: UNDER_WAY, wake: () => {} };
    const { signal } = reading.ending;
    const from = after === undefined ? {} : { after };
    readings.set(id, reading);
    try {
      for await (const events of all ? log.readAll(from) : log.subscribe({ ...from, signal })) {
        if (signal.aborted) break;
        tell({ kind: 'batch', reading: id, events });
        reading.room -= 1;
        while (reading.room === 0 && !signal.aborted) await new Promise<void>((resolve) => (reading.wake = resolve));
        if (signal.aborted) break;
      }
      tell({ kind: 'end', reading: id });
    } catch (error) {
      tell({ kind: 'end', reading: id, error: toFailure(error) });
    } finally {
      readings.delete(id);
    }
  }

  function end(reading: Reading | undefined): void {
    reading?.ending.abort();
    reading?.wake();
  }

  return {
    take(message) {
      if (message.kind === 'read') return void read(message);
      const reading = readings.get(message.reading);
      if (message.kind === 'enough') return end(reading);
      if (!reading) return;
      reading.room += 1;
      reading.wake();
    },
    close() {
      for (const reading of readings.values()) end(reading);
    },
  };
}
