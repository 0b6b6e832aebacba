import { randomUUID } from 'node:crypto';
import type { EventStore, JsonObject, NewEvent, RecordedEvent, StreamName } from '../../src/event-store/event-store.ts';

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

/** Stores a new stream of so many events in appends of these sizes, in turn, and answers the events. */
export async function givenALongStream(
  store: EventStore,
  { stream, length, sizes }: { stream: StreamName; length: number; sizes: readonly number[] },
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (let turn = 0; events.length < length; turn++) {
    const size = Math.min(sizes[turn % sizes.length] ?? 1, length - events.length);
    const appended = someEvents(size, events.length);
    await store.append(stream, appended, events.length === 0 ? 'no-stream' : events.length - 1);
    events.push(...appended);
  }
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
  const events: RecordedEvent[] = [];
  for await (const batch of store.subscribe({ after: options.after, signal: aborting.signal })) {
    batches.push(batch);
    events.push(...batch);
    if (options.enough(events)) aborting.abort();
  }
  return batches;
}

/** The ids of events, in order. */
export function ids(events: readonly { readonly eventId: string }[]): string[] {
  return events.map((event) => event.eventId);
}

/** Whether each batch begins where an append begins and ends where one ends. */
export function neverSplitAnAppend(batches: readonly (readonly RecordedEvent[])[]): boolean {
  return batches.every((batch) => {
    const last = batch.at(-1)?.append;
    return batch[0]?.append.index === 0 && last !== undefined && last.index === last.size - 1;
  });
}
