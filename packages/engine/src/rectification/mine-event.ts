import type { EventData, EventType } from './events/events.ts';
import type { Precision, Source } from './events/values.ts';
import type { Procedure } from './procedures/procedure.ts';
import type { Actor } from './roles.ts';

/** An event as the statechart sees it: what, when in the world, when decided, by whom, under which procedure. */
export interface MineEventOf<T extends EventType> {
  readonly type: T;
  readonly data: EventData<T>;
  readonly eventId: string;
  /** When it happened in the world; ISO 8601 with offset. */
  readonly occurredAt: string;
  readonly occurredAtPrecision: Precision;
  /** The instant at which it was decided; for stored facts their `recordedAt`. */
  readonly decidedAt: string;
  readonly actor: Actor;
  /** Where it comes from, if that was said. */
  readonly source?: Source | undefined;
  /** The procedure version it was decided under; a cycle that begins with it is pinned to it, a migrated one moves to it. */
  readonly procedure: Procedure;
}

/** Any event of a mine, discriminated by `type`. */
export type MineEvent = { [T in EventType]: MineEventOf<T> }[EventType];

/** An event with data already parsed by its type's schema; TypeScript cannot follow that pairing through the table of schemas. */
export function eventWith(event: Omit<MineEventOf<EventType>, 'data'>, data: EventData): MineEvent {
  return { ...event, data } as MineEvent;
}
