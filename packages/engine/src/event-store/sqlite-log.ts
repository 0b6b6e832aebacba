import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Log, StoredEvent } from './log.ts';
import type { PreparedAppend } from './prepared-append.ts';
import { integerIn, type Row, textIn } from './sqlite-row.ts';

/** The log in a database, as one connection sees it. */
export function sqliteLog(db: DatabaseSync): Log {
  const head = db.prepare('select coalesce(max(position), 0) as head from events');
  const last = db.prepare('select coalesce(max(revision), -1) as last from events where stream = ?');
  const forwards = db.prepare('select * from events where stream = ? and revision between ? and ? order by revision');
  const backwards = db.prepare(
    'select * from events where stream = ? and revision between ? and ? order by revision desc',
  );
  const after = db.prepare('select * from events where position > ? and position <= ? order by position');
  return {
    head: () => integerIn(head.get(), 'head'),
    lastRevision: (stream) => integerIn(last.get(stream), 'last'),
    forwards: (stream, from, to) => events(forwards, stream, from, to),
    backwards: (stream, from, to) => events(backwards, stream, from, to),
    after: (position, upTo) => events(after, position, upTo),
  };
}

/** The same log, whose readers get another error than the one that a read of it throws. */
export function failingAs(log: Log, other: (error: unknown) => unknown): Log {
  function once<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw other(error);
    }
  }
  function* each(events: Iterable<StoredEvent>): Generator<StoredEvent> {
    try {
      yield* events;
    } catch (error) {
      throw other(error);
    }
  }
  return {
    head: () => once(() => log.head()),
    lastRevision: (stream) => once(() => log.lastRevision(stream)),
    forwards: (stream, from, to) => each(log.forwards(stream, from, to)),
    backwards: (stream, from, to) => each(log.backwards(stream, from, to)),
    after: (position, upTo) => each(log.after(position, upTo)),
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

/** Leaving the loop early ends the statement. */
function* events(statement: StatementSync, ...parameters: (string | number)[]): Generator<StoredEvent> {
  for (const row of statement.iterate(...parameters)) yield storedEvent(row);
}

function storedEvent(row: Row): StoredEvent {
  return {
    position: integerIn(row, 'position'),
    stream: textIn(row, 'stream'),
    revision: integerIn(row, 'revision'),
    appendIndex: integerIn(row, 'append_index'),
    appendSize: integerIn(row, 'append_size'),
    eventId: textIn(row, 'event_id'),
    type: textIn(row, 'type'),
    data: textIn(row, 'data'),
    metadata: textIn(row, 'metadata'),
  };
}
