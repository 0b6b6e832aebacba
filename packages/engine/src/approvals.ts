import { type Present, procedureOf } from './known-procedures.ts';
import type { PendingApproval } from './rectification/case/approvals.ts';
import { grantersOf } from './rectification/catalogue.ts';
import { compiled } from './rectification/compiled/decider.ts';
import type { Standing } from './rectification/decide.ts';
import type { EventType } from './rectification/events/events.ts';
import { eventSchemas, isEventType } from './rectification/events/events.ts';
import type { Fact, FactOf } from './rectification/fact.ts';
import type { FoldedMine } from './rectification/fold.ts';
import { eventWith } from './rectification/mine-event.ts';
import type { Reason } from './rectification/reason.ts';
import type { Person } from './rectification/roles.ts';

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

/** A pending request that a person may grant, with what stands against its effect now: it can only be granted once nothing does. */
export interface Grantable {
  readonly approvalId: string;
  readonly reasons: readonly Reason[];
}

/** The pending requests of a mine that a person may grant: not their own, by their role. */
export function grantableBy(person: Person, folded: FoldedMine, present: Present): Grantable[] {
  return Object.values(folded.mine.approvals)
    .filter(({ requestedBy, granters }) => requestedBy.id !== person.id && granters.includes(person.role))
    .map((approval) => ({
      approvalId: approval.approvalId,
      reasons: againstEffect(approval, folded, present),
    }));
}

/** What stands against the effect of a pending request, if it were granted now; the request's id stands in for the effect's. */
export function againstEffect(
  { event, eventId, requestedBy }: PendingApproval,
  standing: Standing,
  { now, procedures }: Present,
): readonly Reason[] {
  if (!isEventType(event.type)) return [];
  const data = eventSchemas[event.type].parse(event.data);
  const occurredAt = event.occurredAt ?? now;
  const effect = eventWith(
    {
      type: event.type,
      eventId,
      occurredAt,
      occurredAtPrecision: event.occurredAtPrecision ?? 'instant',
      decidedAt: now,
      actor: requestedBy,
      procedure: procedureOf({ type: event.type, data, occurredAt }, standing.mine, procedures, now),
    },
    data,
  );
  const decision = compiled.decide(standing, effect);
  return decision.accepted ? [] : decision.reasons;
}
