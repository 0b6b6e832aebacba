import type { PowerState } from '../chart-value.ts';
import type { Quantity } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';

/** An order about power, with what it leaves the owner to choose from. */
export interface Direction {
  readonly directionId: string;
  readonly alternatives: readonly ('relocate' | 'curtail')[];
  readonly issuedAt: string;
  readonly dueOn: string;
  readonly cap: Quantity | null;
  readonly curtailedTo: Quantity | null;
  readonly verifiedAt: string | null;
  readonly breachedAt: string | null;
}

/** A move of the site that is under way. */
export interface Relocation {
  readonly directionId: string | null;
  readonly destination: string;
  readonly startedAt: string;
  /** Where the power region returns to when the move is abandoned. */
  readonly startedFrom: Exclude<PowerState, 'relocating'>;
}

/** The direction in force and the move under way. */
export interface Power {
  readonly direction: Direction | null;
  readonly relocation: Relocation | null;
  /** Every direction id ever issued: ids are never reused. */
  readonly directionIds: readonly string[];
}

/** No direction, no move. */
export const noPower: Power = { direction: null, relocation: null, directionIds: [] };

/** Where the power region stands by its data: derived, for what returns to where it started. */
function standing({ direction }: Power): Exclude<PowerState, 'relocating'> {
  if (!direction) return 'none';
  return direction.curtailedTo ? 'curtailed' : 'ordered';
}

/** Whether the owner has curtailed power as directed and nobody has verified it yet. */
export function isUnverified({ direction }: Power): boolean {
  return direction !== null && direction.curtailedTo !== null && direction.verifiedAt === null;
}

/** The power part after an event. */
export function powerAfter(power: Power, event: MineEvent): Power {
  switch (event.type) {
    case 'PowerDirectionIssued': {
      const { directionId, alternatives, dueOn, cap } = event.data;
      const direction: Direction = {
        directionId,
        alternatives,
        dueOn,
        issuedAt: event.occurredAt,
        cap: cap ?? null,
        curtailedTo: null,
        verifiedAt: null,
        breachedAt: null,
      };
      return { ...power, direction, directionIds: [...power.directionIds, directionId] };
    }
    case 'PowerCurtailed':
      return change(power, { curtailedTo: event.data.to, verifiedAt: null, breachedAt: null });
    case 'CurtailmentVerified':
      return change(power, { verifiedAt: event.occurredAt });
    case 'PowerDirectionBreached':
      return change(power, { curtailedTo: null, verifiedAt: null, breachedAt: event.occurredAt });
    case 'CurtailmentEnded':
    case 'PowerDirectionWithdrawn':
      return {
        ...power,
        direction: null,
        relocation: power.relocation && { ...power.relocation, startedFrom: 'none' },
      };
    case 'RelocationStarted':
      return {
        ...power,
        relocation: {
          directionId: event.data.directionId ?? null,
          destination: event.data.destination,
          startedAt: event.occurredAt,
          startedFrom: standing(power),
        },
      };
    case 'RelocationAbandoned':
      return { ...power, relocation: null };
    case 'RelocationCompleted':
    case 'MineDecommissioned':
      return { ...power, direction: null, relocation: null };
    default:
      return power;
  }
}

function change(power: Power, changes: Partial<Direction>): Power {
  return power.direction ? { ...power, direction: { ...power.direction, ...changes } } : power;
}
