import { z } from 'zod';
import { WrongExpectedRevision } from '../event-store/errors.ts';
import type { EventStore, RecordedEvent } from '../event-store/event-store.ts';
import { document, instant } from '../rectification/events/values.ts';
import { UnreadableFact } from '../rectification/fact.ts';
import { type Actor, actor, actorOf } from '../rectification/roles.ts';
import { asJson, ENGINE_VERSION } from '../stored-event.ts';
import type { KeptDocument } from './document-folder.ts';

const TYPE = 'DocumentReceived';
const prefix = 'system-document-';

/** What is on record of a document that came, the first time it did. It is a fact about the data folder, and none about a mine. */
const receivedDocument = z.object({
  data: z.object({ sha256: document.shape.sha256, bytes: z.int().positive(), mediaType: z.string() }),
  metadata: z.object({ recordedAt: instant, actor, engineVersion: z.string() }),
});

/** {@link receivedDocument}, flat. */
export interface ReceivedDocument {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly recordedAt: string;
  readonly actor: Actor;
}

/** Puts on record that a document came, unless that is on record. The content has to be durable before. */
export async function recordReceived(
  { store, clock, newId }: { readonly store: EventStore; readonly clock: () => string; readonly newId: () => string },
  { sha256, bytes, mediaType }: KeptDocument,
  by: Actor,
): Promise<ReceivedDocument> {
  const stream = `${prefix}${sha256}`;
  for (;;) {
    for await (const [known] of store.read(stream, { to: 0 })) if (known) return receivedIn(known);
    const metadata = { recordedAt: clock(), actor: actorOf(by), engineVersion: ENGINE_VERSION };
    const event = { eventId: newId(), type: TYPE, data: { sha256, bytes, mediaType }, metadata: asJson(metadata) };
    try {
      await store.append(stream, [event], 'no-stream');
      return { ...event.data, recordedAt: metadata.recordedAt, actor: metadata.actor };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

/** Whether an event puts on record that a document came. */
export function isReceived({ stream }: Pick<RecordedEvent, 'stream'>): boolean {
  return stream.startsWith(prefix);
}

/** Reads an event of {@link isReceived}. @throws UnreadableFact */
export function receivedIn(event: Pick<RecordedEvent, 'stream' | 'data' | 'metadata'>): ReceivedDocument {
  const read = receivedDocument.safeParse(event);
  if (!read.success)
    throw new UnreadableFact(`What ${event.stream} records cannot be read: ${z.prettifyError(read.error)}`);
  const { data, metadata } = read.data;
  return { ...data, recordedAt: metadata.recordedAt, actor: metadata.actor };
}
