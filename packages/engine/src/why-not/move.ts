import { type Present, procedureFor, procedureOf } from '../known-procedures.ts';
import { sendersOf } from '../rectification/catalogue.ts';
import type { Standing } from '../rectification/decide.ts';
import type { EventData, EventType } from '../rectification/events/events.ts';
import type { MineEventOf } from '../rectification/mine-event.ts';
import type { Actor, Role } from '../rectification/roles.ts';
import type { WayStep } from './way.ts';

/** Where a mine stands in the course of a way, and the present at which the whole way is judged: nothing here reads a clock. */
export interface Moment extends Standing {
  readonly present: Present;
}

/** An event that somebody could send to a mine, with data that fits it, and what is told of it. */
export interface Move<T extends EventType> {
  readonly event: MineEventOf<T>;
  readonly step: WayStep;
}

/** A move of any type, discriminated by its event's `type`. */
export type AnyMove = { [T in EventType]: Move<T> }[EventType];

/** The moves of some event types, given a moment. */
export type Moves = { readonly [T in EventType]?: (at: Moment) => readonly Move<T>[] };

/** What a move is about, and who makes it where that is not anyone with the first role that may. */
interface Particulars {
  readonly about?: string;
  readonly by?: Actor;
}

/** A move of somebody who may send such an event; under four eyes somebody else grants it. */
export function move<T extends EventType>(
  { mine, present: { now, procedures } }: Moment,
  type: T,
  data: EventData<T>,
  { about, by }: Particulars = {},
): Move<T> {
  const procedure = procedureFor(mine, procedures, now);
  const actor = by ?? someone(sendersOf(type, procedure)[0] ?? 'system');
  const [approvedBy] = procedure.fourEyes[type]?.grant ?? [];
  return {
    event: {
      type,
      data,
      eventId: 'step',
      occurredAt: now,
      occurredAtPrecision: 'instant',
      decidedAt: now,
      actor,
      procedure: procedureOf({ type, data, occurredAt: now }, mine, procedures, now),
    },
    step: {
      type,
      role: actor.role,
      ...(about === undefined ? {} : { for: about }),
      ...(approvedBy === undefined ? {} : { approvedBy }),
    },
  };
}

/** Somebody in a role, nobody in particular. */
export function someone(role: Role): Actor {
  return { id: `some-${role}`, role, office: role };
}
