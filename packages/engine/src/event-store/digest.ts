import { createHash } from 'node:crypto';
import type { EventReader, Json, RecordedEvent } from './event-store.ts';

/** What the events of a log amount to: equal for two stores if and only if (SHA-256) they hold the same history in the same order. */
export interface LogDigest {
  readonly events: number;
  /** SHA-256 in lower-case hexadecimal. */
  readonly digest: string;
}

/** Takes in a log, batch by batch in its order. */
export interface LogDigester {
  add(events: readonly RecordedEvent[]): void;
  /** Of all that was taken in; nothing can be added afterwards. */
  end(): LogDigest;
}

/**
 * Begins the digest of a log: SHA-256 over one line per event, in the order of the log, each ended by a line feed. It is the same on
 * every store, for positions and store ids are not in it; where each append begins and ends is. Of a line see {@link canonicalEvent}.
 */
export function logDigester(): LogDigester {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add(events) {
      hash.update(events.map((event) => `${canonicalEvent(event)}\n`).join(''));
      count += events.length;
    },
    end: () => ({ events: count, digest: hash.digest('hex') }),
  };
}

/**
 * Reads a whole log and digests it.
 * @param onProgress called after every batch with the number of events so far
 */
export async function digestLog(
  log: Pick<EventReader, 'readAll'>,
  onProgress: (events: number) => void = () => {},
): Promise<LogDigest> {
  const digester = logDigester();
  let events = 0;
  for await (const batch of log.readAll()) {
    digester.add(batch);
    events += batch.length;
    onProgress(events);
  }
  return digester.end();
}

/**
 * An event as its store keeps it, apart from where it stands among all events, as canonical JSON (RFC 8785): no blanks, the keys of every
 * object in the order of their UTF-16 code units, numbers and strings as JSON.stringify writes them. Beyond the RFC, lone surrogates are
 * escaped (`\ud800`) rather than refused, for a store keeps them.
 */
export function canonicalEvent({ append, data, eventId, metadata, revision, stream, type }: RecordedEvent): string {
  const { index, size } = append;
  return canonicalJson({ append: { index, size }, data, eventId, metadata, revision, stream, type });
}

function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
}

/** Array.isArray does not narrow readonly arrays. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
