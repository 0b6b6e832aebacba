import { EventTooLarge, InvalidAppend, MAX_APPEND_BYTES, MAX_APPEND_EVENTS, MAX_NAME_BYTES } from './errors.ts';
import type { NewEvent, Revision, StreamName } from './event-store.ts';
import { jsonText } from './json-payload.ts';

/** An event whose payloads are JSON text. */
export interface PreparedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** An append that any store can take: checked, and independent of what the caller does with its objects afterwards. */
export interface PreparedAppend {
  readonly stream: StreamName;
  readonly expected: 'no-stream' | Revision;
  readonly events: readonly PreparedEvent[];
  /** What its JSON takes in UTF-8. */
  readonly bytes: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Checks an append and writes its payloads as JSON; the rules are the same for every store.
 *
 * A stream name is any Unicode text of 1 to {@link MAX_NAME_BYTES} bytes without NUL; so is an event type. Event ids are lower-case
 * UUIDs, each once per append. An append has 1 to {@link MAX_APPEND_EVENTS} events. For payloads see {@link jsonText}.
 *
 * @throws InvalidAppend, EventTooLarge
 */
export function prepareAppend(
  stream: StreamName,
  events: readonly NewEvent[],
  expected: 'no-stream' | Revision,
): PreparedAppend {
  if (!isName(stream)) throw new InvalidAppend(`${quoted(stream)} is not a stream name; ${NAME_RULE}.`);
  if (expected !== 'no-stream' && !isRevision(expected)) {
    throw new InvalidAppend(`The expected revision is ${expected}; it is 'no-stream' or a whole number from 0.`);
  }
  if (events.length === 0) throw new InvalidAppend('An append has at least one event.');
  if (events.length > MAX_APPEND_EVENTS) {
    throw new InvalidAppend(`The append has ${events.length} events; at most ${MAX_APPEND_EVENTS} are stored at once.`);
  }
  const ids = new Set(events.map((event) => event.eventId));
  if (ids.size !== events.length) throw new InvalidAppend('Two events of one append have the same id.');
  let bytes = 0;
  const prepared = events.map((event) => {
    const one = prepareEvent(event);
    bytes += Buffer.byteLength(one.data) + Buffer.byteLength(one.metadata);
    if (bytes > MAX_APPEND_BYTES) throw new EventTooLarge(bytes);
    return one;
  });
  return { stream, expected, events: prepared, bytes };
}

/** Whether a stream of this name can exist. */
export function isName(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    name !== '' &&
    Buffer.byteLength(name) <= MAX_NAME_BYTES &&
    name.isWellFormed() &&
    !name.includes('\0')
  );
}

/** Whether a number can be a revision. */
export function isRevision(revision: number): boolean {
  return Number.isSafeInteger(revision) && revision >= 0;
}

const NAME_RULE = `a name is Unicode text of 1 to ${MAX_NAME_BYTES} bytes without NUL`;

function prepareEvent(event: NewEvent): PreparedEvent {
  if (!UUID.test(event.eventId)) throw new InvalidAppend(`${quoted(event.eventId)} is not a lower-case UUID.`);
  if (!isName(event.type)) throw new InvalidAppend(`${quoted(event.type)} is not an event type; ${NAME_RULE}.`);
  return {
    eventId: event.eventId,
    type: event.type,
    data: jsonText(event.data, 'data'),
    metadata: jsonText(event.metadata, 'metadata'),
  };
}

function quoted(text: unknown): string {
  return JSON.stringify(String(text).slice(0, 60));
}
