import type { Revision, StreamName } from './event-store.ts';

/** The most bytes of UTF-8 JSON (data and metadata together) that one append may hold, on every store; exactly so many are stored. */
export const MAX_APPEND_BYTES = 512 * 1024;

/** The most events of one append, on every store. */
export const MAX_APPEND_EVENTS = 1000;

/** The longest stream name and the longest event type, in bytes of UTF-8. */
export const MAX_NAME_BYTES = 512;

/** The deepest nesting of objects and arrays in one payload; `{}` is one level. */
export const MAX_JSON_DEPTH = 100;

/** The stream was not at the expected revision; `actual` is where it is, or `no-stream`. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  readonly stream: StreamName;
  readonly expected: 'no-stream' | Revision;
  readonly actual: 'no-stream' | Revision;
  constructor(stream: StreamName, expected: 'no-stream' | Revision, actual: 'no-stream' | Revision) {
    super(`Stream ${JSON.stringify(stream)} is at ${actual}, not at the expected ${expected}.`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** One append was larger than {@link MAX_APPEND_BYTES}; nothing was stored. `bytes` is how much was counted before giving up. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
  readonly bytes: number;
  constructor(bytes: number) {
    super(`The append holds at least ${bytes} bytes of JSON; at most ${MAX_APPEND_BYTES} are stored at once.`);
    this.bytes = bytes;
  }
}

/** The append makes no sense to any store (a bad stream name, no events, a payload that is not JSON); the message says what. Nothing was stored. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
}

/** The store was closed. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';
  constructor() {
    super('The event store is closed.');
  }
}

/**
 * The store cannot store or read now; `cause` says why. After a full disk nothing was stored. After an I/O error the outcome is
 * unknown and the store takes no more. When a cluster did not answer in time the outcome is unknown, and the next call may succeed.
 * In every case trying the same events again at the same place is safe.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** More is waiting to be stored than the store keeps in memory. Nothing of this append was stored; the same again in a moment is safe. */
export class StoreOverloaded extends Error {
  override readonly name = 'StoreOverloaded';
  constructor() {
    super(
      'More is waiting to be stored than is kept in memory. Nothing of this was stored; try the same again in a moment.',
    );
  }
}

/** A position that is not one of this store's. */
export class InvalidPosition extends Error {
  override readonly name = 'InvalidPosition';
}

/** Another process (or another store in this one) writes to the same file. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
  readonly file: string;
  constructor(file: string) {
    super(`${file} is in use by another Rectify. Stop that one first, or name another store.`);
    this.file = file;
  }
}

/** The file cannot be opened as an event store, or not safely; the message says why and nothing in it was changed. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}

/** A store URL that names no store, with what is allowed. */
export class UnknownStoreUrl extends Error {
  override readonly name = 'UnknownStoreUrl';
}
