import { StoreClosed } from './errors.ts';
import type { Appended, EventStore, NewEvent, Revision, StreamName } from './event-store.ts';
import { placeOf } from './expectation.ts';
import { createLive } from './live.ts';
import type { Log, StoredEvent } from './log.ts';
import { type PreparedAppend, prepareAppend } from './prepared-append.ts';
import { readingOf } from './reading.ts';

/** Opens an empty store that lives as long as the process; for tests, trials and what-if runs. */
export function openMemoryStore({ storeId }: { readonly storeId: string }): EventStore {
  const all: StoredEvent[] = [];
  const streams = new Map<StreamName, StoredEvent[]>();
  const log = memoryLog(all, streams);
  const live = createLive();

  function place(append: PreparedAppend): Appended {
    const found = placeOf(append, log);
    if ('duplicate' in found) return found.duplicate;
    const stream = streams.get(append.stream) ?? [];
    streams.set(append.stream, stream);
    for (const [index, event] of append.events.entries()) {
      const stored = {
        ...event,
        stream: append.stream,
        revision: found.firstRevision + index,
        position: all.length + 1,
        appendIndex: index,
        appendSize: append.events.length,
      };
      all.push(stored);
      stream.push(stored);
    }
    return {
      firstRevision: found.firstRevision,
      lastRevision: stream.length - 1,
      position: String(all.length),
      duplicate: false,
    };
  }

  return {
    storeId,
    async append(stream: StreamName, events: readonly NewEvent[], expected: 'no-stream' | Revision) {
      if (live.closed) throw new StoreClosed();
      const appended = place(prepareAppend(stream, events, expected));
      if (!appended.duplicate) live.appended();
      return appended;
    },
    ...readingOf(log, live),
    async close() {
      live.close();
    },
  };
}

function memoryLog(all: readonly StoredEvent[], streams: ReadonlyMap<StreamName, readonly StoredEvent[]>): Log {
  return {
    head: () => all.length,
    lastRevision: (stream) => (streams.get(stream)?.length ?? 0) - 1,
    *forwards(stream, from, to) {
      const events = streams.get(stream) ?? [];
      for (let revision = from; revision <= to; revision++) {
        const event = events[revision];
        if (event === undefined) return;
        yield event;
      }
    },
    *backwards(stream, from, to) {
      const events = streams.get(stream) ?? [];
      for (let revision = Math.min(to, events.length - 1); revision >= from; revision--) {
        const event = events[revision];
        if (event !== undefined) yield event;
      }
    },
    *after(position, upTo) {
      for (let index = position; index < upTo; index++) {
        const event = all[index];
        if (event === undefined) return;
        yield event;
      }
    },
  };
}
