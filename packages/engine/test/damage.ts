import type { JsonObject, RecordedEvent } from '../src/index.ts';

/** A stored history in which the events of a type say something else in their data. */
export function withData(events: readonly RecordedEvent[], type: string, changes: JsonObject): RecordedEvent[] {
  return altered(events, isA(type), (event) => ({ ...event, data: { ...event.data, ...changes } }));
}

/** A stored history in which the events of a type say something else in their metadata. */
export function withMetadata(events: readonly RecordedEvent[], type: string, changes: JsonObject): RecordedEvent[] {
  return altered(events, isA(type), (event) => ({ ...event, metadata: { ...event.metadata, ...changes } }));
}

/** A stored history in which some events are others. */
export function altered(
  events: readonly RecordedEvent[],
  suits: (event: RecordedEvent) => boolean,
  change: (event: RecordedEvent) => RecordedEvent,
): RecordedEvent[] {
  return events.map((event) => (suits(event) ? change(event) : event));
}

/** A stored history numbered anew, as if what is missing had never been there. */
export function renumbered(events: readonly RecordedEvent[]): RecordedEvent[] {
  return events.map((event, revision) => ({ ...event, revision }));
}

/** The revision of the last event of a type. */
export function revisionOf(events: readonly RecordedEvent[], type: string): number {
  const event = events.findLast((each) => each.type === type);
  if (!event) throw new Error(`no ${type} on file`);
  return event.revision;
}

/** Whether an event is of a type. */
export function isA(type: string): (event: RecordedEvent) => boolean {
  return (event) => event.type === type;
}
