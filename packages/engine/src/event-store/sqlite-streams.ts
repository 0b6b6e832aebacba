import { resolve } from 'node:path';
import type { Position, RecordedEvent } from './event-store.ts';
import { recorded } from './log.ts';
import { positionNumber } from './positions.ts';
import { openReader } from './sqlite-database.ts';
import { unreadable } from './sqlite-failure.ts';
import { eventsInRows, sqliteColumns } from './sqlite-log.ts';
import { integer, integerIn, text } from './sqlite-row.ts';

/**
 * The log of a SQLite store up to a position, read stream by stream: those streams whose names begin with something, each by itself, and all others together. What is appended meanwhile
 * is not seen.
 */
export interface StreamsOfLog {
  readonly storeId: string;
  /** The last position that is read. */
  readonly upTo: Position;
  /** The names after one of the streams that begin so, in the order of their bytes, so many at most. */
  namesAfter(stream: string, most: number): string[];
  /** How many events the streams after one hold that begin so. */
  countAfter(stream: string): number;
  /** The events of a stream, in order. @throws StoreUnavailable */
  events(stream: string): RecordedEvent[];
  /** The events of the other streams, in the order of the log, so many at a time. @throws StoreUnavailable */
  others(): Iterable<RecordedEvent[]>;
  /** Which one an event is, by its position, among all in the streams that begin so, in the order of the log, from 1. @throws InvalidPosition */
  placeOf(position: Position): number;
  close(): void;
}

/** Which part of a log is read how. */
export interface WhichStreams {
  /** The last position that is read. */
  readonly upTo: Position;
  /** What the names of the streams that are each read by themselves begin with. */
  readonly prefix: string;
}

/** Events of other streams that are read at once. */
const OTHERS_AT_ONCE = 1_000;

/** How much of the file is kept in memory, in KiB: events of one stream lie far apart, what leads to them does not. */
const CACHE_KIB = 64 * 1024;

/**
 * Opens the log of a SQLite store to be read so, also while another process writes to it; undefined where positions are left out in it, so that places cannot be told.
 * @throws StoreUnusable, InvalidPosition
 */
export function openSqliteStreams(file: string, { upTo, prefix }: WhichStreams): StreamsOfLog | undefined {
  const path = resolve(file);
  const end = positionNumber(upTo);
  const { db, storeId } = openReader(path);
  db.exec(`pragma cache_size = -${CACHE_KIB}`);
  const counted = db.prepare('select count(*) as events, coalesce(max(position), 0) as head from events').get();
  if (integerIn(counted, 'events') !== integerIn(counted, 'head') || integerIn(counted, 'head') < end) {
    db.close();
    return undefined;
  }
  const behind = `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`;
  const begins = 'stream >= ? and stream < ?';
  const names = rows(
    `select distinct stream from events where stream > ? and ${begins} and position <= ? order by stream limit ?`,
  );
  const count = rows(`select count(*) from events where stream > ? and ${begins} and position <= ?`);
  const ofStream = rows(`select ${sqliteColumns} from events where stream = ? and position <= ? order by revision`);
  const at = rows(
    `select ${sqliteColumns} from events where position in (select value from json_each(?)) order by position`,
  );
  const outside = rows(
    `select position from events where stream < ? and position <= ?
     union all select position from events where stream >= ? and position <= ? order by 1`,
  );
  let found: readonly number[] | undefined;

  function rows(statement: string): (...parameters: (string | number)[]) => readonly unknown[] {
    const prepared = db.prepare(statement);
    prepared.setReturnArrays(true);
    return (...parameters) => {
      try {
        return prepared.all(...parameters);
      } catch (error) {
        throw unreadable(path, error) ?? error;
      }
    };
  }

  /** The positions of the events in other streams: found by the index, and kept, for there are few of them. */
  function elsewhere(): readonly number[] {
    found ??= outside(prefix, end, behind, end).map((row) => integer(first(row), 'position'));
    return found;
  }

  return {
    storeId,
    upTo,
    namesAfter: (stream, most) => names(stream, prefix, behind, end, most).map((row) => text(first(row), 'stream')),
    countAfter: (stream) => integer(first(count(stream, prefix, behind, end)[0]), 'count'),
    events: (stream) => eventsInRows(ofStream(stream, end)).map(recorded),
    *others() {
      const positions = elsewhere();
      for (let from = 0; from < positions.length; from += OTHERS_AT_ONCE)
        yield eventsInRows(at(JSON.stringify(positions.slice(from, from + OTHERS_AT_ONCE)))).map(recorded);
    },
    placeOf(position) {
      const number = positionNumber(position);
      return number - countUpTo(elsewhere(), number);
    },
    close: () => db.close(),
  };
}

function first(row: unknown): unknown {
  return Array.isArray(row) ? row[0] : undefined;
}

/** How many of these numbers, which are in order, are not above one. */
function countUpTo(numbers: readonly number[], most: number): number {
  let [some, none] = [0, numbers.length];
  while (some < none) {
    const middle = (some + none) >> 1;
    if ((numbers[middle] ?? 0) <= most) some = middle + 1;
    else none = middle;
  }
  return some;
}
