import type { Document } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';

/** A document on the file: its fingerprint and who may see it. */
export interface FiledDocument {
  readonly document: Document;
  readonly visibility: 'internal' | 'owner';
  readonly attachedAt: string;
  readonly eventId: string;
}

/** The documents on the file after an event. */
export function documentsAfter(documents: readonly FiledDocument[], event: MineEvent): readonly FiledDocument[] {
  if (event.type !== 'DocumentAttached') return documents;
  const { document, visibility } = event.data;
  return [...documents, { document, visibility, attachedAt: event.occurredAt, eventId: event.eventId }];
}
