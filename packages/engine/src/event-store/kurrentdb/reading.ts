import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreClosed } from '../errors.ts';
import type { EventReader, EventStore, RecordedEvent, Revision, StreamName } from '../event-store.ts';
import { isName, isRevision } from '../prepared-append.ts';
import type { Pages } from './pages.ts';
import { type PatienceOptions, patience, patiently } from './patience.ts';
import { compareLogPositions, type LogPosition, logPosition, positionText } from './positions.ts';
import type { Waking } from './waking.ts';

/** About so many events are read at once. */
const PAGE = 512;

/** What reading needs. */
export interface ReadingNeeds {
  readonly pages: Pages;
  readonly waking: Waking;
  readonly options: PatienceOptions;
  /** Where in the log the store begins. */
  readonly beginning: LogPosition;
}

/**
 * The reading half of a store in a cluster, page by page: no read stays open while the reader works, and a page that fails is read again.
 * A subscription is such a reader, too: it reads from its own position and waits to be woken, so that it can neither lose nor double an
 * event whatever becomes of connections and leaders, and a slow reader costs no memory. It is patient without end.
 */
export function readingOf({
  pages,
  waking,
  options,
  beginning,
}: ReadingNeeds): Pick<EventReader, 'read' | 'readAll' | 'head' | 'compare'> & Pick<EventStore, 'subscribe'> {
  const { closing } = options;

  function mustBeOpen(): void {
    if (closing.aborted) throw new StoreClosed();
  }

  async function betweenPages(): Promise<void> {
    await nextTurn();
    mustBeOpen();
  }

  async function lastRevision(stream: StreamName): Promise<Revision> {
    const { events } = await patiently(options, () => pages.backwards(stream, 'end', 1));
    return events[0]?.event.revision ?? -1;
  }

  async function* forwards(stream: StreamName, from: Revision, to: Revision): AsyncGenerator<RecordedEvent[]> {
    let last = to;
    for (let next = from; next <= last; ) {
      const count = Math.min(PAGE, last - next + 1);
      const { events, full } = await patiently(options, () => pages.forwards(stream, next, count));
      const end = events.at(-1);
      if (!end) return;
      // Where one page is not all of the stream, its end is looked up before anything is delivered.
      if (next === from && full) last = Math.min(to, await lastRevision(stream));
      yield events.map(({ event }) => event);
      if (!full) return;
      next = end.event.revision + 1;
      await betweenPages();
    }
  }

  async function* backwards(stream: StreamName, from: Revision, to: Revision): AsyncGenerator<RecordedEvent[]> {
    for (let next = Math.min(to, await lastRevision(stream)); next >= from; ) {
      const count = Math.min(PAGE, next - from + 1);
      const { events } = await patiently(options, () => pages.backwards(stream, next, count));
      const end = events.at(-1);
      if (!end) return;
      yield events.map(({ event }) => event);
      next = end.event.revision - 1;
      if (next >= from) await betweenPages();
    }
  }

  async function headNow(): Promise<LogPosition | undefined> {
    const last = await patiently(options, () => pages.last());
    return last && logPosition(last.position);
  }

  async function nextPage(after: LogPosition, ended: AbortSignal): Promise<readonly RecordedEvent[]> {
    try {
      const endless = patience(options, Number.POSITIVE_INFINITY);
      const page = await patiently({ ...options, closing: ended }, () => pages.ofAll(after, PAGE), endless);
      return page.events;
    } catch (error) {
      if (error instanceof StoreClosed) return [];
      throw error;
    }
  }

  return {
    async *read(stream, { from = 0, to = Number.MAX_SAFE_INTEGER, backwards: newestFirst = false } = {}) {
      mustBeOpen();
      if (!isRevision(from) || !isRevision(to)) throw new RangeError('`from` and `to` are whole numbers from 0.');
      if (!isName(stream) || from > to) return;
      yield* newestFirst ? backwards(stream, from, to) : forwards(stream, from, to);
    },

    async *readAll({ after, limit = Number.MAX_SAFE_INTEGER } = {}) {
      mustBeOpen();
      if (!isRevision(limit)) throw new RangeError('`limit` is a whole number from 0.');
      let position = after === undefined ? beginning : logPosition(after);
      let head: LogPosition | undefined;
      for (let wanted = limit; wanted > 0; await betweenPages()) {
        const from = position;
        const page = await patiently(options, () => pages.ofAll(from, Math.min(wanted, PAGE)));
        const batch = page.events.filter(
          ({ position: each }) => head === undefined || !isBefore(head, logPosition(each)),
        );
        const end = batch.at(-1);
        if (!end) return;
        wanted -= batch.length;
        position = logPosition(end.position);
        const ends = wanted <= 0 || !page.full;
        // Where one page is not all, the end is looked up before anything is delivered.
        if (!ends) head ??= await headNow();
        yield batch;
        if (ends || (head && !isBefore(position, head))) return;
      }
    },

    async *subscribe({ after, signal }) {
      mustBeOpen();
      let position = after === undefined ? beginning : logPosition(after);
      const ended = AbortSignal.any([signal, closing]);
      while (!ended.aborted) {
        const told = waking.count;
        const batch = await nextPage(position, ended);
        const end = batch.at(-1);
        if (end) {
          position = logPosition(end.position);
          yield [...batch];
          await nextTurn();
        } else if (told === waking.count) await waking.next(ended);
      }
    },

    async head() {
      mustBeOpen();
      const last = await headNow();
      return last && positionText(last);
    },

    compare: (a, b) => compareLogPositions(logPosition(a), logPosition(b)),
  };
}

function isBefore(position: LogPosition, other: LogPosition): boolean {
  return compareLogPositions(position, other) < 0;
}
