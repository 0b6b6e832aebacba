import { StoreUnavailable } from './errors.ts';
import type { RecordedEvent, Revision, StreamName } from './event-store.ts';
import type { PreparedEvent } from './prepared-append.ts';

/** An event as memory and SQLite keep it: positions are numbers, payloads are JSON text. */
export interface StoredEvent extends PreparedEvent {
  readonly position: number;
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly appendIndex: number;
  readonly appendSize: number;
}

/** What a log on this machine answers at once. Memory and SQLite differ here; expectations, paging and subscribing are built on it. */
export interface Log {
  /** The position of the last event, or 0. */
  head(): number;
  /** The last revision of a stream, or -1. */
  lastRevision(stream: StreamName): number;
  /** The events of a stream from one revision to another, both inclusive, oldest first. */
  forwards(stream: StreamName, from: Revision, to: Revision): Iterable<StoredEvent>;
  /** The same events, newest first. */
  backwards(stream: StreamName, from: Revision, to: Revision): Iterable<StoredEvent>;
  /** All events after one position (exclusive) up to another (inclusive), in order. */
  after(position: number, upTo: number): Iterable<StoredEvent>;
}

/**
 * An event as readers get it.
 * @throws StoreUnavailable when its payload is no JSON: somebody or something changed the file
 */
export function recorded(event: StoredEvent): RecordedEvent {
  return {
    eventId: event.eventId,
    type: event.type,
    ...payloadsOf(event),
    stream: event.stream,
    revision: event.revision,
    position: String(event.position),
    append: { index: event.appendIndex, size: event.appendSize },
  };
}

function payloadsOf({ data, metadata, stream, revision, position }: StoredEvent) {
  try {
    return { data: JSON.parse(data), metadata: JSON.parse(metadata) };
  } catch (error) {
    const where = `Position ${position} (stream ${JSON.stringify(stream)}, revision ${revision})`;
    throw new StoreUnavailable(`${where} cannot be read: what is stored there is no JSON; restore a backup.`, {
      cause: error,
    });
  }
}
