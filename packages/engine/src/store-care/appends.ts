import type { EventStore, RecordedEvent } from '../event-store/event-store.ts';

/** The events of one append, as a reader got them. */
export type RecordedAppend = readonly [RecordedEvent, ...RecordedEvent[]];

/** The appends in a batch of `readAll`, which never splits one. */
export function appendsIn(batch: readonly RecordedEvent[]): RecordedAppend[] {
  const appends: [RecordedEvent, ...RecordedEvent[]][] = [];
  for (const event of batch) {
    const last = appends.at(-1);
    if (last === undefined || event.append.index === 0) appends.push([event]);
    else last.push(event);
  }
  return appends;
}

/** Appends to a store what another store recorded as one append, at the same place in its stream. */
export async function appendAgain(append: RecordedAppend, to: EventStore): Promise<void> {
  const [{ stream, revision }] = append;
  const events = append.map(({ eventId, type, data, metadata }) => ({ eventId, type, data, metadata }));
  await to.append(stream, events, revision === 0 ? 'no-stream' : revision - 1);
}
