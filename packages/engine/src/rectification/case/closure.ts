import type { EventData } from '../events/events.ts';
import { NOT_STATED, type Precision } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';
import { procedureName } from '../procedures/procedure.ts';
import type { Mine } from './mine.ts';
import { inOpenCycle } from './open-cycle.ts';

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
  readonly procedure: string;
  readonly order: EventData<'ClosureOrdered'> | null;
  readonly served: (EventData<'OrderServed'> & { readonly recordedAt: string }) | null;
  readonly until: string | null;
  readonly outcome: ClosureOutcome | null;
  /** What the latest decided appeal of this cycle said of its order. */
  readonly appealOutcome: 'upheld' | 'quashed' | 'varied' | null;
}

/** What an event does to the closure cycle: statechart.md, "Cycles". */
export type Boundary = 'begins' | 'ends' | 'ends-and-begins' | 'moves-site' | null;

/** Tells what an event, if it happens now, does to the closure cycle of a mine. */
export function boundary(mine: Mine, event: MineEvent): Boundary {
  switch (event.type) {
    case 'ClosureOrdered':
      return 'begins';
    case 'RelocationCompleted':
      if (!isInside(mine, event.data.region)) return inOpenCycle(mine) ? 'ends' : null;
      return inOpenCycle(mine) ? 'moves-site' : 'begins';
    case 'ReopeningAuthorised':
      return 'ends';
    case 'ClosureWithdrawn':
    case 'ClosureQuashed':
      return mine.siteInspected ? 'ends' : 'ends-and-begins';
    case 'MineDecommissioned':
      return inOpenCycle(mine) ? 'ends' : null;
    default:
      return null;
  }
}

/** Whether a region lies in the jurisdiction of the procedure that the mine's cycle is pinned to. */
export function isInside(mine: Mine, region: string): boolean {
  return mine.procedure.regions.includes(region);
}

const outcomes: Partial<Record<MineEvent['type'], ClosureOutcome>> = {
  ReopeningAuthorised: 'reopened',
  ClosureWithdrawn: 'withdrawn',
  ClosureQuashed: 'quashed',
  MineDecommissioned: 'decommissioned',
  RelocationCompleted: 'decommissioned',
};

/** The closure as an event leaves it, short of beginning or ending it. */
export function closureAfter(closure: Closure | null, event: MineEvent, appealOfThisCycle: boolean): Closure | null {
  if (!closure) return null;
  if (event.type === 'OrderServed') return { ...closure, served: { ...event.data, recordedAt: event.decidedAt } };
  if (event.type === 'AppealDecided' && appealOfThisCycle) return { ...closure, appealOutcome: event.data.decision };
  return closure;
}

/** A closure that an event ends. */
export function ended(closure: Closure, event: MineEvent): Closure {
  return { ...closure, until: event.occurredAt, outcome: outcomes[event.type] ?? null };
}

/** The closure that an event begins. */
export function begun(cycle: number, event: MineEvent): Closure {
  const order = event.type === 'ClosureOrdered' ? event.data : null;
  return {
    cycle,
    eventId: event.eventId,
    cause: order ? 'order' : 'relocation',
    since: event.occurredAt,
    sincePrecision: event.occurredAtPrecision,
    procedure: procedureName(event.procedure),
    order,
    served: order?.servedAt ? { servedAt: order.servedAt, method: NOT_STATED, recordedAt: event.decidedAt } : null,
    until: null,
    outcome: null,
    appealOutcome: null,
  };
}
