import { grantersOf } from '../catalogue.ts';
import type { ProposedEvent } from '../events/approval.ts';
import type { MineEvent } from '../mine-event.ts';
import type { Actor, Role } from '../roles.ts';

/** A four-eyes request that waits for another person. */
export interface PendingApproval {
  readonly approvalId: string;
  readonly event: ProposedEvent;
  /** The revision of the mine at which the event was found legal. */
  readonly revision: number;
  readonly requestedBy: Actor;
  /** The roles that may grant it, by the procedure it was requested under. */
  readonly granters: readonly Role[];
  readonly requestedAt: string;
  /** The id of the event that requested it. */
  readonly eventId: string;
}

/** The pending approvals, by id, after an event. */
export function approvalsAfter(
  approvals: Readonly<Record<string, PendingApproval>>,
  event: MineEvent,
): Readonly<Record<string, PendingApproval>> {
  switch (event.type) {
    case 'ApprovalRequested': {
      const { approvalId, event: proposed, revision } = event.data;
      const pending: PendingApproval = {
        approvalId,
        event: proposed,
        revision,
        requestedBy: event.actor,
        granters: grantersOf(proposed.type, event.procedure),
        requestedAt: event.decidedAt,
        eventId: event.eventId,
      };
      return { ...approvals, [approvalId]: pending };
    }
    case 'ApprovalGranted':
    case 'ApprovalDeclined':
    case 'ApprovalWithdrawn': {
      const { [event.data.approvalId]: _answered, ...others } = approvals;
      return others;
    }
    default:
      return approvals;
  }
}
