/**
 * The event store port: what Rectify needs of a store, on one screen.
 *
 * Events of one stream are numbered by `revision` from 0; all events of a store by `position`, increasing. Readers deliver
 * batches. Every implementation passes the suites in `test/contract`.
 */

/** Any JSON value; event payloads and metadata consist of these. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** The name of a stream, for instance `mine-XJ-0001`. */
export type StreamName = string;

/** The number of an event in its stream, from 0. */
export type Revision = number;

/** Where an event stands among all events of one store: opaque outside the store, comparable only by it (see {@link EventStore.compare}). */
export type Position = string;

/** An event to be appended; `eventId` is a lower-case UUID chosen by the caller and makes the append idempotent. */
export interface NewEvent {
  readonly eventId: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event as the store gives it back. `append` says which part of one append it is: readers never see half of one. */
export interface RecordedEvent extends NewEvent {
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  readonly append: { readonly index: number; readonly size: number };
}

/** The answer to an append; `duplicate` when exactly these events were already stored at this place and nothing was written. */
export interface Appended {
  readonly firstRevision: Revision;
  readonly lastRevision: Revision;
  readonly position: Position;
  readonly duplicate: boolean;
}

/** A store of events: append with an expectation, read one stream or all, subscribe. */
export interface EventStore {
  /** Identifies this very store; positions of another store, or of a copy or restore, mean nothing here. */
  readonly storeId: string;
  /**
   * Appends all events or none, and answers when they are durable.
   * @throws WrongExpectedRevision when the stream is not at `expected` and the events are not already there
   * @throws EventTooLarge when the append's JSON exceeds 512 KiB in total
   * @throws InvalidAppend for a bad stream name, an empty or over-long append, or a payload that is not JSON (see `prepareAppend`)
   * @throws StoreOverloaded when too much waits already: nothing was stored, and the same again later is safe
   * @throws StoreClosed, StoreUnavailable
   */
  append(stream: StreamName, events: readonly NewEvent[], expected: 'no-stream' | Revision): Promise<Appended>;
  /**
   * Reads one stream in batches, as it was when the reading began; `from` and `to` are inclusive; a stream that does not exist yields nothing.
   * @throws RangeError for a revision that is no whole number from 0
   * @throws StoreClosed, StoreUnavailable
   */
  read(
    stream: StreamName,
    options?: { from?: Revision; to?: Revision; backwards?: boolean },
  ): AsyncIterable<RecordedEvent[]>;
  /**
   * Reads all events after a position (exclusive) up to the head when the reading began; a batch never splits an append, so
   * `limit` may be exceeded to finish one.
   * @throws InvalidPosition, StoreClosed, StoreUnavailable
   * @throws RangeError for a limit that is no whole number from 0
   */
  readAll(options?: { after?: Position; limit?: number }): AsyncIterable<RecordedEvent[]>;
  /**
   * Catches up from `after` (exclusive), then goes on live; a batch never splits an append; ends when `signal` aborts or the store
   * closes. The reader sets the pace: nothing is buffered for a slow one.
   * @throws InvalidPosition, StoreClosed
   * @throws StoreUnavailable for what cannot be read again either: a cluster that is gone for a while is waited for
   */
  subscribe(options: { after?: Position; signal: AbortSignal }): AsyncIterable<RecordedEvent[]>;
  /**
   * The position of the last event that readAll delivers, or undefined when the store is empty.
   * @throws StoreClosed, StoreUnavailable
   */
  head(): Promise<Position | undefined>;
  /**
   * By how many milliseconds the clock of this process is ahead of the store's (negative: behind it), as far as that is certain and more than
   * two seconds; else 0. Absent where both are one clock.
   * @throws StoreClosed, StoreUnavailable
   */
  clockError?(): Promise<number>;
  /**
   * Orders two positions of this store: negative, zero or positive.
   * @throws InvalidPosition
   */
  compare(a: Position, b: Position): number;
  /** Finishes running appends, ends subscriptions and releases the files; closing twice is the same as once. */
  close(): Promise<void>;
}

/** A store opened for reading only. */
export type EventReader = Pick<EventStore, 'storeId' | 'read' | 'readAll' | 'head' | 'compare' | 'close'>;
