import { type Document, document } from '@rectify/engine';
import type { EventAnswer } from '@rectify/projections';

/** A document that an event names. */
export interface NamedDocument {
  readonly document: Document;
  readonly event: EventAnswer;
}

/** Every document that the events of a history name, as first told and as corrected, in the order of the events. */
export function namedDocuments(history: readonly EventAnswer[]): NamedDocument[] {
  return history.flatMap((event) => {
    const named = new Map<string, Document>();
    for (const one of [...documentsIn(event.data), ...documentsIn(event.correction?.after)]) named.set(one.sha256, one);
    return [...named.values()].map((one) => ({ document: one, event }));
  });
}

function documentsIn(value: unknown): Document[] {
  if (typeof value !== 'object' || value === null) return [];
  const read = document.safeParse(value);
  return read.success ? [read.data] : Object.values(value).flatMap(documentsIn);
}
