import { randomUUID } from 'node:crypto';
import type { EventStore, JsonObject, NewEvent, RecordedEvent, StreamName } from '../../src/event-store/event-store.ts';

/** An empty store for one test; `cleanup` closes it and removes what it left, also when it is already closed. */
export interface OpenedStore {
  readonly store: EventStore;
  cleanup(): Promise<void>;
}

/** Opens an empty store. */
export type OpenStore = () => Promise<OpenedStore>;

/** Runs a test on a store of its own. */
export function onStore(open: OpenStore, test: (store: EventStore) => Promise<void>): () => Promise<void> {
  return async () => {
    const { store, cleanup } = await open();
    try {
      await test(store);
    } finally {
      await cleanup();
    }
  };
}

/** A new event with an id of its own. */
export function anEvent(data: JsonObject = {}): NewEvent {
  return { eventId: randomUUID(), type: 'NoteAdded', data, metadata: { actor: 'inspector-1' } };
}

/** So many new events; their data says which is which. */
export function someEvents(count: number, first = 0): NewEvent[] {
  return Array.from({ length: count }, (_, index) => anEvent({ note: first + index }));
}

/** Stores events one append each and answers them. */
export async function givenEvents(store: EventStore, stream: StreamName, count: number): Promise<NewEvent[]> {
  const events = someEvents(count);
  for (const [index, event] of events.entries())
    await store.append(stream, [event], index === 0 ? 'no-stream' : index - 1);
  return events;
}

/** Everything that a read delivers. */
export async function all(batches: AsyncIterable<RecordedEvent[]>): Promise<RecordedEvent[]> {
  return (await inBatches(batches)).flat();
}

/** Everything that a read delivers, in the batches it came in. */
export async function inBatches(batches: AsyncIterable<RecordedEvent[]>): Promise<RecordedEvent[][]> {
  const delivered: RecordedEvent[][] = [];
  for await (const batch of batches) delivered.push(batch);
  return delivered;
}

/** What a subscription delivers until `enough` says so; then it is aborted and has to end. */
export async function deliveredUntil(
  store: EventStore,
  options: { after?: string; enough: (events: readonly RecordedEvent[]) => boolean },
): Promise<RecordedEvent[][]> {
  const aborting = new AbortController();
  const batches: RecordedEvent[][] = [];
  for await (const batch of store.subscribe({ after: options.after, signal: aborting.signal })) {
    batches.push(batch);
    if (options.enough(batches.flat())) aborting.abort();
  }
  return batches;
}

/** The ids of events, in order. */
export function ids(events: readonly { readonly eventId: string }[]): string[] {
  return events.map((event) => event.eventId);
}
