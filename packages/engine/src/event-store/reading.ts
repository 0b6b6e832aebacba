import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreClosed } from './errors.ts';
import type { EventReader, EventStore, RecordedEvent } from './event-store.ts';
import type { Live } from './live.ts';
import { type Log, recorded, type StoredEvent } from './log.ts';
import { BEFORE_ALL, comparePositions, positionNumber } from './positions.ts';
import { isName, isRevision } from './prepared-append.ts';

/** A batch ends after so many events, or so many characters of JSON. */
const BATCH_EVENTS = 512;
const BATCH_CHARACTERS = 1024 * 1024;

/**
 * The reading half of a store on this machine, over its log. Each batch is read at once, so that no read stays open in the
 * database while the reader works, and the event loop turns between two batches.
 */
export function readingOf(
  log: Log,
  live: Live,
): Pick<EventReader, 'read' | 'readAll' | 'head' | 'compare'> & Pick<EventStore, 'subscribe'> {
  function mustBeOpen(): void {
    if (live.closed) throw new StoreClosed();
  }

  async function betweenBatches(): Promise<void> {
    await nextTurn();
    mustBeOpen();
  }

  return {
    async *read(stream, { from = 0, to = Number.MAX_SAFE_INTEGER, backwards = false } = {}) {
      mustBeOpen();
      if (!isRevision(from) || !isRevision(to)) throw new RangeError('`from` and `to` are whole numbers from 0.');
      if (!isName(stream)) return;
      let first = from;
      let last = Math.min(to, log.lastRevision(stream));
      while (first <= last) {
        const events = backwards ? log.backwards(stream, first, last) : log.forwards(stream, first, last);
        const batch = firstBatch(events, BATCH_EVENTS, () => true);
        const end = batch.at(-1);
        if (!end) return;
        // By the number of its last event, for a damaged stream may have gaps.
        if (backwards) last = end.revision - 1;
        else first = end.revision + 1;
        yield batch;
        if (first <= last) await betweenBatches();
      }
    },

    async *readAll({ after, limit = Number.MAX_SAFE_INTEGER } = {}) {
      mustBeOpen();
      if (!isRevision(limit)) throw new RangeError('`limit` is a whole number from 0.');
      let position = after === undefined ? BEFORE_ALL : positionNumber(after);
      let wanted = limit;
      const head = log.head();
      while (position < head && wanted > 0) {
        const batch = firstBatch(log.after(position, head), Math.min(wanted, BATCH_EVENTS), endsAppend);
        wanted -= batch.length;
        position = lastPosition(batch);
        yield batch;
        if (position < head && wanted > 0) await betweenBatches();
      }
    },

    async *subscribe({ after, signal }) {
      mustBeOpen();
      let position = after === undefined ? BEFORE_ALL : positionNumber(after);
      while (!signal.aborted && !live.closed) {
        const batch = firstBatch(log.after(position, Number.MAX_SAFE_INTEGER), BATCH_EVENTS, endsAppend);
        if (batch.length === 0) {
          await live.next(signal);
        } else {
          position = lastPosition(batch);
          yield batch;
          await nextTurn();
        }
      }
    },

    async head() {
      mustBeOpen();
      const head = log.head();
      return head === BEFORE_ALL ? undefined : String(head);
    },

    compare: comparePositions,
  };
}

function firstBatch(
  events: Iterable<StoredEvent>,
  wanted: number,
  mayEndAfter: (event: StoredEvent) => boolean,
): RecordedEvent[] {
  const batch: RecordedEvent[] = [];
  let characters = 0;
  for (const event of events) {
    batch.push(recorded(event));
    characters += event.data.length + event.metadata.length;
    if ((batch.length >= wanted || characters >= BATCH_CHARACTERS) && mayEndAfter(event)) break;
  }
  return batch;
}

function lastPosition(batch: readonly RecordedEvent[]): number {
  const last = batch.at(-1);
  return last ? positionNumber(last.position) : BEFORE_ALL;
}

function endsAppend(event: StoredEvent): boolean {
  return event.appendIndex === event.appendSize - 1;
}
