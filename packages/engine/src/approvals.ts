import type { PendingApproval } from './rectification/case/approvals.ts';
import { grantersOf } from './rectification/catalogue.ts';
import type { EventType } from './rectification/events/events.ts';
import type { Fact, FactOf } from './rectification/fact.ts';

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
    granters: grantersOf(event.type, request.procedure),
    requestedAt: request.recordedAt,
    eventId: request.eventId,
    answer: (answer && answers[answer.type]) ?? 'pending',
  };
}
