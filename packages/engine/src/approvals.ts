import type { PendingApproval } from './rectification/case/approvals.ts';
import type { Mine } from './rectification/case/mine.ts';
import { inOpenCycle } from './rectification/case/open-cycle.ts';
import type { EventType } from './rectification/events/events.ts';
import { isEventType } from './rectification/events/events.ts';
import type { Fact, FactOf } from './rectification/fact.ts';
import type { Procedure } from './rectification/procedures/procedure.ts';
import { procedureInForce } from './rectification/procedures/procedures.ts';

/** What became of a request. */
export type ApprovalAnswer = 'pending' | 'granted' | 'declined' | 'withdrawn';

const answers: Partial<Record<EventType, ApprovalAnswer>> = {
  ApprovalGranted: 'granted',
  ApprovalDeclined: 'declined',
  ApprovalWithdrawn: 'withdrawn',
};

/** A stored request with what became of it since. */
export function answerTo(
  facts: readonly Fact[],
  request: FactOf<'ApprovalRequested'>,
): PendingApproval & { readonly answer: ApprovalAnswer } {
  const { approvalId, event, revision } = request.data;
  const answer = facts.find(
    (fact) =>
      (fact.type === 'ApprovalGranted' || fact.type === 'ApprovalDeclined' || fact.type === 'ApprovalWithdrawn') &&
      fact.data.approvalId === approvalId,
  );
  return {
    approvalId,
    event,
    revision,
    requestedBy: request.actor,
    requestedAt: request.recordedAt,
    eventId: request.eventId,
    answer: (answer && answers[answer.type]) ?? 'pending',
  };
}

/** The procedure whose rules an event of a mine is under: the one its open cycle is pinned to, else the one in force. */
export function procedureFor(mine: Mine): Procedure {
  return inOpenCycle(mine) ? mine.procedure : procedureInForce;
}

/** The four-eyes rule of an event type, if another person has to grant it. */
export function fourEyesFor(type: string, mine: Mine) {
  return isEventType(type) ? procedureFor(mine).fourEyes[type] : undefined;
}
