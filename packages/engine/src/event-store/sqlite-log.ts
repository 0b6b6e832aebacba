import type { DatabaseSync } from 'node:sqlite';
import type { Log, StoredEvent } from './log.ts';
import type { PreparedAppend } from './prepared-append.ts';
import { integer, integerIn, text } from './sqlite-row.ts';

/**
 * The log in a database, as one connection sees it.
 * @param failing what readers get for an error that a read throws
 */
export function sqliteLog(db: DatabaseSync, failing = (error: unknown) => error): Log {
  const head = db.prepare('select coalesce(max(position), 0) as head from events');
  const last = db.prepare('select coalesce(max(revision), -1) as last from events where stream = ?');
  const forwards = reading('where stream = ? and revision between ? and ? order by revision');
  const backwards = reading('where stream = ? and revision between ? and ? order by revision desc');
  const after = reading('where position > ? and position <= ? order by position');

  function once<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw failing(error);
    }
  }

  /** Rows come as arrays, which takes half the time of objects. Leaving the loop early ends the statement. */
  function reading(which: string): (...parameters: (string | number)[]) => Iterable<StoredEvent> {
    const statement = db.prepare(`select ${sqliteColumns} from events ${which}`);
    statement.setReturnArrays(true);
    return function* events(...parameters) {
      try {
        for (const row of statement.iterate(...parameters)) yield storedEvent(row);
      } catch (error) {
        throw failing(error);
      }
    };
  }

  return {
    head: () => once(() => integerIn(head.get(), 'head')),
    lastRevision: (stream) => once(() => integerIn(last.get(stream), 'last')),
    forwards,
    backwards,
    after,
  };
}

/** Returns what inserts the events of an append from a revision on and answers the position of the last one. */
export function sqliteInsert(db: DatabaseSync): (append: PreparedAppend, firstRevision: number) => number {
  const insert = db.prepare(
    'insert into events (stream, revision, append_index, append_size, event_id, type, data, metadata) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return ({ stream, events }, firstRevision) => {
    let position = 0;
    for (const [index, { eventId, type, data, metadata }] of events.entries()) {
      const revision = firstRevision + index;
      const { lastInsertRowid } = insert.run(stream, revision, index, events.length, eventId, type, data, metadata);
      position = Number(lastInsertRowid);
    }
    return position;
  };
}

/** The columns of events, in the order of {@link eventsInRows}. */
export const sqliteColumns = 'position, stream, revision, append_index, append_size, event_id, type, data, metadata';

/** Events from rows of {@link sqliteColumns}, which are arrays. */
export function eventsInRows(rows: readonly unknown[]): StoredEvent[] {
  return rows.map(storedEvent);
}

/** @throws TypeError when the row is not of these columns: the statement and the schema do not agree */
function storedEvent(row: unknown): StoredEvent {
  if (!Array.isArray(row)) throw new TypeError('A row is no array.');
  const [position, stream, revision, appendIndex, appendSize, eventId, type, data, metadata] = row;
  return {
    position: integer(position, 'position'),
    stream: text(stream, 'stream'),
    revision: integer(revision, 'revision'),
    appendIndex: integer(appendIndex, 'append_index'),
    appendSize: integer(appendSize, 'append_size'),
    eventId: text(eventId, 'event_id'),
    type: text(type, 'type'),
    data: text(data, 'data'),
    metadata: text(metadata, 'metadata'),
  };
}
