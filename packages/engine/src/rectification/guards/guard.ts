import type { Mine } from '../case/mine.ts';
import type { EventData, EventType } from '../events/events.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Reason } from '../reason.ts';
import type { Actor } from '../roles.ts';

/** When an event happened and is decided, by whom and under which procedure: all that a guard may know besides mine and data. It reads no clock. */
export interface Circumstances {
  readonly occurredAt: string;
  readonly decidedAt: string;
  readonly actor: Actor;
  readonly procedure: Procedure;
}

/** The conditions of one event type, as data: the statechart's guard is that there are no reasons against it. */
export interface Guard<T extends EventType> {
  /** What the mine itself lacks, whatever the event says: known before a form is filled in. */
  readonly conditions?: (mine: Mine, at: Circumstances) => Reason[];
  /** What is wrong with the event's data for this mine. */
  readonly fits?: (mine: Mine, data: EventData<T>, at: Circumstances) => Reason[];
}

/** A guard for each of some event types. */
export type Guards<T extends EventType> = { readonly [K in T]: Guard<K> };

/** A reason if something is so. */
export function when(holds: boolean, reason: () => Reason): Reason[] {
  return holds ? [reason()] : [];
}
