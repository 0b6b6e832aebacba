import { BACKWARDS, type Direction, END, FORWARDS, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { RecordedEvent, Revision, StreamName } from '../event-store.ts';
import type { Connection } from './connection.ts';
import { isMissingStream } from './failure.ts';
import { compareLogPositions, type LogPosition, logPosition } from './positions.ts';
import { type ReadEvent, type StoredEvent, storedEvent } from './stored-event.ts';

/** A page ends after about so many characters of JSON, so that its size in memory is bounded. */
const PAGE_CHARACTERS = 1024 * 1024;

/** So many events are read beyond a page: the one at the position where it begins, and the rest of most appends. */
const SPARE = 8;

/** Events read at once; `full` when there may be more where they come from. */
export interface Page {
  readonly events: readonly StoredEvent[];
  readonly full: boolean;
}

/** Whole appends of all streams, read at once; `full` when there may be more after them. */
export interface AllPage {
  readonly events: readonly RecordedEvent[];
  readonly full: boolean;
}

/** What is read at once, in one attempt. Every page comes from the leader, so that it is not older than what was acknowledged. */
export interface Pages {
  /** The events of a stream from a revision on, at most so many; a stream that does not exist has none. */
  forwards(stream: StreamName, from: Revision, count: number): Promise<Page>;
  /** The same, newest first, from a revision or the end back. */
  backwards(stream: StreamName, from: Revision | 'end', count: number): Promise<Page>;
  /** Whole appends after a position (exclusive), at least so many events while there are; none at the head. */
  ofAll(after: LogPosition, count: number): Promise<AllPage>;
  /** The last event of all. */
  last(): Promise<RecordedEvent | undefined>;
}

/** Pages of the streams whose names in the cluster begin with `prefix`; the cluster leaves out all others, its own included. */
export function pagesOf(connection: Connection, prefix: string): Pages {
  const options = { requiresLeader: true, filter: streamNameFilter({ prefixes: [prefix] }) };

  /** Reads a little more than is asked for, so that the last append is rarely cut: what is cut is read again. */
  async function wholeAppends(after: LogPosition, count: number): Promise<AllPage> {
    const maxCount = count + SPARE;
    const asked = { ...options, fromPosition: after, direction: FORWARDS, maxCount } as const;
    const { events, full } = await collected(connection.readAll(asked), prefix, maxCount);
    const later = events.map(({ event }) => event).filter(({ position }) => isAfter(position, after));
    const whole = later.slice(0, later.findLastIndex(endsAppend) + 1);
    const [first] = later;
    if (whole.length === 0 && first && full) return wholeAppends(after, first.append.size + count);
    const wanted = whole.findIndex((event, index) => index + 1 >= count && endsAppend(event));
    if (wanted === -1) return { events: whole, full };
    return { events: whole.slice(0, wanted + 1), full: full || wanted + 1 < whole.length };
  }

  function ofStream(
    stream: StreamName,
    fromRevision: bigint | typeof END,
    direction: Direction,
    maxCount: number,
  ): Promise<Page> {
    const asked = { requiresLeader: true, fromRevision, direction, maxCount };
    return collected(connection.readStream(`${prefix}${stream}`, asked), prefix, maxCount);
  }

  return {
    forwards: (stream, from, count) => ofStream(stream, BigInt(from), FORWARDS, count),
    backwards: (stream, from, count) => ofStream(stream, from === 'end' ? END : BigInt(from), BACKWARDS, count),
    ofAll: wholeAppends,
    async last() {
      const asked = { ...options, fromPosition: END, direction: BACKWARDS, maxCount: 1 } as const;
      const { events } = await collected(connection.readAll(asked), prefix, 1);
      return events[0]?.event;
    },
  };
}

async function collected(
  read: AsyncIterable<{ readonly event?: ReadEvent }>,
  prefix: string,
  maxCount: number,
): Promise<Page> {
  const events: StoredEvent[] = [];
  let characters = 0;
  try {
    for await (const { event } of read) {
      if (!event) continue;
      const stored = storedEvent(event, prefix);
      events.push(stored);
      characters += JSON.stringify(stored.event.data).length + JSON.stringify(stored.event.metadata).length;
      if (characters >= PAGE_CHARACTERS && endsAppend(stored.event)) return { events, full: true };
    }
  } catch (error) {
    if (!isMissingStream(error)) throw error;
  }
  return { events, full: events.length >= maxCount };
}

function isAfter(position: string, after: LogPosition): boolean {
  return compareLogPositions(logPosition(position), after) > 0;
}

function endsAppend({ append }: RecordedEvent): boolean {
  return append.index === append.size - 1;
}
