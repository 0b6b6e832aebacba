import { againstEffect } from '../../approvals.ts';
import type { PendingApproval } from '../../rectification/case/approvals.ts';
import type { Actor } from '../../rectification/roles.ts';
import { asJson } from '../../stored-event.ts';
import { type AnyMove, type Moment, type Move, type Moves, move, someone } from '../move.ts';
import { text } from './stand-ins.ts';

/** Moves of four eyes: a request can only be granted while its effect is possible; of those that can, the oldest stands for all. */
export const approvalMoves = {
  ApprovalGranted: (at) =>
    waiting(at)
      .filter((request) => againstEffect(request, at, at.present).length === 0)
      .slice(0, 1)
      .map((request) =>
        move(at, 'ApprovalGranted', { approvalId: request.approvalId }, { ...named(request), by: granter(request) }),
      ),
  ApprovalDeclined: (at) =>
    waiting(at)
      .slice(0, 1)
      .map((request) => {
        const data = { approvalId: request.approvalId, reason: text };
        return move(at, 'ApprovalDeclined', data, { ...named(request), by: granter(request) });
      }),
  ApprovalWithdrawn: (at) =>
    waiting(at)
      .slice(0, 1)
      .map((request) => {
        const { approvalId, requestedBy } = request;
        return move(at, 'ApprovalWithdrawn', { approvalId }, { ...named(request), by: requestedBy });
      }),
} satisfies Moves;

/** The requests that nobody has answered yet, the oldest first. */
export function waiting({ mine }: Moment): readonly PendingApproval[] {
  return Object.values(mine.approvals);
}

/** The move by which a proposed event is requested and not granted yet. */
export function requestOf(
  { event, step: { approvedBy: _notYet, ...step } }: AnyMove,
  at: Moment,
): Move<'ApprovalRequested'> {
  const proposed = { approvalId: ON_THE_WAY, event: { type: event.type, data: asJson(event.data) }, revision: 0 };
  return { ...move(at, 'ApprovalRequested', proposed, { by: event.actor }), step };
}

/** A request made on the way has no id that a person could know. */
const ON_THE_WAY = 'on-the-way';

function named({ approvalId }: PendingApproval): { readonly about?: string } {
  return approvalId === ON_THE_WAY ? {} : { about: approvalId };
}

/** Somebody other than who made the request. */
function granter({ granters, requestedBy }: PendingApproval): Actor {
  return { ...someone(granters[0] ?? 'supervisor'), id: `not-${requestedBy.id}` };
}
