import type { EventData } from '../events/events.ts';
import { NOT_STATED, type Precision } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';
import { procedureName } from '../procedures/procedure.ts';

/** How a closure cycle ended. Decommissioning is a competing outcome, not a reopening. */
export type ClosureOutcome = 'reopened' | 'withdrawn' | 'quashed' | 'decommissioned';

/** One closure cycle: from a closure order, or a relocation, until the mine may run again. */
export interface Closure {
  readonly cycle: number;
  /** The id of the event that began the cycle: its identity. */
  readonly eventId: string;
  readonly cause: 'order' | 'relocation';
  readonly since: string;
  readonly sincePrecision: Precision;
  /** The procedure version that it is pinned to, by name, and the zone of its days. */
  readonly procedure: string;
  readonly zone: string;
  readonly order: EventData<'ClosureOrdered'> | null;
  /** The office of whoever ordered it; null of one that a relocation began. */
  readonly orderedBy: string | null;
  /** When a guarantee letter was first demanded in it, whatever became of that; null if none was. */
  readonly letterDemandedAt: string | null;
  /** Since when a direction about power was in force in it, whatever became of that; null if none was. */
  readonly powerDirectedAt: string | null;
  readonly served: (EventData<'OrderServed'> & { readonly recordedAt: string }) | null;
  readonly until: string | null;
  readonly outcome: ClosureOutcome | null;
  /** What the latest decided appeal of this cycle said of its order. */
  readonly appealOutcome: 'upheld' | 'quashed' | 'varied' | null;
}

const outcomes: Partial<Record<MineEvent['type'], ClosureOutcome>> = {
  ReopeningAuthorised: 'reopened',
  ClosureWithdrawn: 'withdrawn',
  ClosureQuashed: 'quashed',
  MineDecommissioned: 'decommissioned',
  RelocationCompleted: 'decommissioned',
};

/** The closure as an event leaves it, short of beginning or ending it. */
export function closureAfter<T extends Closure | null>(closure: T, event: MineEvent, appealOfThisCycle: boolean): T {
  if (!closure) return closure;
  if (event.type === 'ProcedureMigrated')
    return { ...closure, procedure: procedureName(event.procedure), zone: event.procedure.zone };
  if (event.type === 'PowerDirectionIssued' && closure.until === null)
    return { ...closure, powerDirectedAt: closure.powerDirectedAt ?? event.occurredAt };
  if (event.type === 'GuaranteeLetterDemanded')
    return { ...closure, letterDemandedAt: closure.letterDemandedAt ?? event.occurredAt };
  if (event.type === 'OrderServed') return { ...closure, served: { ...event.data, recordedAt: event.decidedAt } };
  if (event.type === 'AppealDecided' && appealOfThisCycle) return { ...closure, appealOutcome: event.data.decision };
  return closure;
}

/** A closure that an event ends. */
export function ended(closure: Closure, event: MineEvent): Closure {
  return { ...closure, until: event.occurredAt, outcome: outcomes[event.type] ?? null };
}

/** The closure that an event begins, where a direction about power is in force or not. */
export function begun(cycle: number, event: MineEvent, powerDirected: boolean): Closure {
  const order = event.type === 'ClosureOrdered' ? event.data : null;
  return {
    cycle,
    eventId: event.eventId,
    cause: order ? 'order' : 'relocation',
    since: event.occurredAt,
    sincePrecision: event.occurredAtPrecision,
    procedure: procedureName(event.procedure),
    zone: event.procedure.zone,
    order,
    orderedBy: order ? event.actor.office : null,
    letterDemandedAt: null,
    powerDirectedAt: powerDirected ? event.occurredAt : null,
    served: order?.servedAt ? { servedAt: order.servedAt, method: NOT_STATED, recordedAt: event.decidedAt } : null,
    until: null,
    outcome: null,
    appealOutcome: null,
  };
}
