import type { OperationState } from '../chart-value.ts';
import type { MineEvent } from '../mine-event.ts';

/** Where an inspection can start from, and return to when it is abandoned. */
export type StartedFrom = Extract<OperationState, 'closed.awaitingInspection' | 'closed.awaitingReinspection'>;

/** The inspections of the current cycle at the current site. */
export interface Inspections {
  /** What made the first inspection due, and when: the beginning of the cycle, or the move to the site. */
  readonly awaitedSince: { readonly type: MineEvent['type']; readonly at: string } | null;
  readonly scheduled: { readonly inspectionId: string; readonly scheduledFor: string } | null;
  /** An inspection under way; after a failed one a mine comes back to inspection only as awaiting re-inspection. */
  readonly running: {
    readonly inspectionId: string;
    readonly startedFrom: StartedFrom;
    readonly startedAt: string;
  } | null;
  /** Whether an inspection failed in this cycle at this site: further ones are re-inspections. */
  readonly failed: boolean;
  /** When the last inspection failed or the owner last declared findings made good. */
  readonly lastFailedAt: string | null;
  readonly remediationDeclaredAt: string | null;
  /** Every inspection id ever started or scheduled: ids are never reused. */
  readonly ids: readonly string[];
  /** Every finding id ever raised. */
  readonly findingIds: readonly string[];
}

/** No inspections yet. */
export const noInspections: Inspections = {
  awaitedSince: null,
  scheduled: null,
  running: null,
  failed: false,
  lastFailedAt: null,
  remediationDeclaredAt: null,
  ids: [],
  findingIds: [],
};

/** A fresh start by an event, which remembers which ids are taken. */
export function resetInspections({ ids, findingIds }: Inspections, { type, occurredAt }: MineEvent): Inspections {
  return { ...noInspections, awaitedSince: { type, at: occurredAt }, ids, findingIds };
}

/** The inspections after an event. */
export function inspectionsAfter(inspections: Inspections, event: MineEvent): Inspections {
  switch (event.type) {
    case 'InspectionScheduled': {
      const { inspectionId, scheduledFor } = event.data;
      return { ...inspections, scheduled: { inspectionId, scheduledFor }, ids: withId(inspections.ids, inspectionId) };
    }
    case 'InspectionStarted': {
      const { inspectionId } = event.data;
      return {
        ...inspections,
        scheduled: null,
        running: {
          inspectionId,
          startedFrom: inspections.failed ? 'closed.awaitingReinspection' : 'closed.awaitingInspection',
          startedAt: event.occurredAt,
        },
        ids: withId(inspections.ids, inspectionId),
      };
    }
    case 'FindingRaised':
      return { ...inspections, findingIds: [...inspections.findingIds, event.data.findingId] };
    case 'InspectionAbandoned':
    case 'InspectionPassed':
      return { ...inspections, running: null };
    case 'InspectionFailed':
      return { ...inspections, running: null, failed: true, lastFailedAt: event.occurredAt };
    case 'RemediationDeclared':
      return { ...inspections, remediationDeclaredAt: event.occurredAt };
    default:
      return inspections;
  }
}

function withId(ids: readonly string[], inspectionId: string): readonly string[] {
  return ids.includes(inspectionId) ? ids : [...ids, inspectionId];
}
