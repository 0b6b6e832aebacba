import type {
  AllStreamRecordedEvent,
  JSONEventData,
  RecordedEvent as StreamRecordedEvent,
} from '@kurrent/kurrentdb-client';
import { z } from 'zod';
import { StoreUnusable } from '../errors.ts';
import type { JsonObject, RecordedEvent } from '../event-store.ts';
import type { PreparedEvent } from '../prepared-append.ts';
import { isKnown, positionText } from './positions.ts';

/** An event as the client reads it, of one stream or of all. */
export type ReadEvent = AllStreamRecordedEvent | StreamRecordedEvent;

/** An event, and the id under which the cluster knows it. */
export interface StoredEvent {
  readonly event: RecordedEvent;
  readonly storedId: string;
}

const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** What stands in the cluster's metadata: the caller's metadata lie inside, so that no key of theirs can meet one of ours. */
const envelope = z.object({
  eventId: z.string(),
  append: z.object({ index: z.int().min(0), size: z.int().min(1) }),
  metadata: jsonObject,
});

/**
 * An event as the cluster is given it. Its id there is new with each attempt, so that the cluster never takes one attempt for another:
 * what it accepts was stored by this very attempt. The event's own id stands in the metadata.
 */
export function eventToStore(event: PreparedEvent, index: number, size: number, storedId: string): JSONEventData {
  const { eventId, type, data, metadata } = event;
  const text = `{"eventId":"${eventId}","append":${JSON.stringify({ index, size })},"metadata":${metadata}}`;
  return {
    id: storedId,
    contentType: 'application/json',
    type,
    data: JSON.parse(data),
    metadata: new TextEncoder().encode(text),
  };
}

/**
 * An event as readers get it.
 * @param prefix what its stream's name begins with in the cluster
 * @throws StoreUnusable for an event that Rectify did not write, or a server that does not tell positions
 */
export function storedEvent(read: ReadEvent, prefix: string): StoredEvent {
  const { streamId, id, revision, type, data, metadata, position } = read;
  const known = envelope.safeParse(metadata);
  const payload = jsonObject.safeParse(data);
  const where = `Event ${revision} of stream ${JSON.stringify(streamId)}`;
  if (!known.success || !payload.success) throw new StoreUnusable(`${where} was not written by Rectify.`);
  if (!isKnown(position)) throw new StoreUnusable(`${where} came without its position: the server is too old.`);
  const event = {
    eventId: known.data.eventId,
    type,
    data: payload.data,
    metadata: known.data.metadata,
    stream: streamId.slice(prefix.length),
    revision: Number(revision),
    position: positionText(position),
    append: known.data.append,
  };
  return { event, storedId: id };
}
