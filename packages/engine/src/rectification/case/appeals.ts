import type { EventData } from '../events/events.ts';
import type { MineEvent } from '../mine-event.ts';

/** What an appeal can be directed against. */
export type AppealTarget = 'order' | 'direction' | 'letter' | 'refusal' | 'return';

/** One appeal. It belongs to the cycle in which it was lodged. */
export interface Appeal {
  readonly appealId: string;
  readonly cycle: number;
  readonly lodgedAt: string;
  readonly grounds: string;
  readonly against: AppealTarget;
  readonly againstId: string | null;
  /** Lodged after an earlier appeal of the same cycle was upheld, varied or withdrawn. */
  readonly repeated: boolean;
  readonly status: 'pending' | 'withdrawn' | EventData<'AppealDecided'>['decision'];
  readonly endedAt: string | null;
  readonly stay: 'none' | 'requested' | 'refused' | 'granted' | 'ended';
  readonly stayRequestedAt: string | null;
}

/** The appeals of a mine in the order lodged. */
export type Appeals = readonly Appeal[];

const endedWithoutSuccess: ReadonlySet<Appeal['status']> = new Set<Appeal['status']>(['upheld', 'varied', 'withdrawn']);

/** The pending appeal of a cycle. */
export function pendingAppeal(appeals: Appeals, cycle: number): Appeal | undefined {
  return appeals.find((appeal) => appeal.cycle === cycle && appeal.status === 'pending');
}

/** Whether the order of a cycle was quashed on appeal. */
export function alreadyQuashed(appeals: Appeals, cycle: number): boolean {
  return appeals.some((appeal) => quashedTheOrder(appeal, cycle));
}

/** Whether an appeal quashed the order of a cycle. */
export function isQuashedBy(appeals: Appeals, appealId: string, cycle: number): boolean {
  return appeals.some((appeal) => appeal.appealId === appealId && quashedTheOrder(appeal, cycle));
}

function quashedTheOrder({ against, status, ...appeal }: Appeal, cycle: number): boolean {
  return appeal.cycle === cycle && against === 'order' && status === 'quashed';
}

/** The appeals after an event. `endsStay`: the event ends the cycle or moves the site, and with it any stay. */
export function appealsAfter(appeals: Appeals, event: MineEvent, cycle: number, endsStay: boolean): Appeals {
  switch (event.type) {
    case 'AppealLodged': {
      const { appealId, grounds, against } = event.data;
      const target = typeof against === 'object' ? against : { kind: against ?? 'order' };
      const lodged: Appeal = {
        appealId,
        cycle,
        grounds,
        lodgedAt: event.occurredAt,
        against: target.kind,
        againstId: 'id' in target ? (target.id ?? null) : null,
        repeated: appeals.some((earlier) => earlier.cycle === cycle && endedWithoutSuccess.has(earlier.status)),
        status: 'pending',
        endedAt: null,
        stay: 'none',
        stayRequestedAt: null,
      };
      return [...appeals, lodged];
    }
    case 'AppealDecided':
      return change(appeals, event.data.appealId, { status: event.data.decision, endedAt: event.occurredAt });
    case 'AppealWithdrawn':
      return change(appeals, event.data.appealId, { status: 'withdrawn', endedAt: event.occurredAt });
    case 'StayRequested':
      return change(appeals, event.data.appealId, { stay: 'requested', stayRequestedAt: event.occurredAt });
    case 'StayRefused':
      return change(appeals, event.data.appealId, { stay: 'refused' });
    case 'StayGranted':
      return change(appeals, event.data.appealId, { stay: 'granted' });
    case 'StayEnded':
      return change(appeals, event.data.appealId, { stay: 'ended' });
    default:
      return endsStay
        ? appeals.map((appeal) => (appeal.stay === 'granted' ? { ...appeal, stay: 'ended' } : appeal))
        : appeals;
  }
}

function change(appeals: Appeals, appealId: string, changes: Partial<Appeal>): Appeals {
  return appeals.map((appeal) => (appeal.appealId === appealId ? { ...appeal, ...changes } : appeal));
}
