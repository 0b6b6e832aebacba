import { pendingAppeal } from '../case/appeals.ts';
import type { Closure } from '../case/closure.ts';
import { openFindings } from '../case/findings.ts';
import { letterThatCounts } from '../case/letters.ts';
import type { Mine } from '../case/mine.ts';
import { inOpenCycle } from '../case/open-cycle.ts';
import type { OperationState } from '../chart-value.ts';
import type { EventType } from '../events/events.ts';
import type { FoldedMine } from '../fold.ts';
import type { Started } from './deadline.ts';
import type { RuleName } from './rules.ts';

/** What deadlines are computed from: a mine as it stands, with its course. */
export type MineWithCourse = Pick<FoldedMine, 'value' | 'mine' | 'course'>;

/** A clock that runs: since when, about what, in which cycle (null: it outlasts cycles), and up to which day where an event named one. */
export interface Clock {
  readonly started: Started;
  readonly subject: string | null;
  readonly cycle: number | null;
  readonly named?: { readonly dueOn: string; readonly originalDueOn: string };
}

/** The clocks of each rule that run for a mine as it stands; `rules.ts` says which events that is owed to. */
export const runningClocks: Readonly<Record<RuleName, (folded: MineWithCourse) => readonly Clock[]>> = {
  service: ({ mine }) => {
    const closure = openOrder(mine);
    return closure && !closure.served ? [clock('ClosureOrdered', closure.since, mine.cycle)] : [];
  },

  appeal: ({ mine }) => {
    const closure = openOrder(mine);
    const appealed = mine.appeals.some(({ cycle, against }) => cycle === mine.cycle && against === 'order');
    return closure && !appealed ? [{ started: appealStart(closure), subject: null, cycle: mine.cycle }] : [];
  },

  'first-inspection': ({ value, mine: { inspections, cycle } }) =>
    value.operation === 'closed.awaitingInspection' && inspections.awaitedSince
      ? [{ started: inspections.awaitedSince, subject: null, cycle }]
      : [],

  remediation: ({ value, mine: { findings, inspections, cycle } }) => {
    const { lastFailedAt } = inspections;
    if (value.operation !== 'closed.remediating' || lastFailedAt === null) return [];
    return openFindings(findings).map(({ findingId, dueOn, originalDueOn }) => ({
      ...clock('InspectionFailed', lastFailedAt, cycle, findingId),
      named: { dueOn, originalDueOn },
    }));
  },

  're-inspection': ({ value, mine: { inspections, cycle } }) =>
    value.operation === 'closed.awaitingReinspection' && inspections.remediationDeclaredAt !== null
      ? [clock('RemediationDeclared', inspections.remediationDeclaredAt, cycle)]
      : [],

  'extension-answer': ({ mine: { extensionRequests, cycle } }) =>
    Object.entries(extensionRequests).map(([findingId, { requestedAt }]) =>
      clock('ExtensionRequested', requestedAt, cycle, findingId),
    ),

  'evidence-answer': ({ mine }) =>
    inOpenCycle(mine)
      ? Object.entries(mine.requirements).flatMap(([code, { status, since }]) =>
          status === 'submitted' && since !== null ? [clock('EvidenceSubmitted', since, mine.cycle, code)] : [],
        )
      : [],

  'lift-decision': ({ mine: { liftRequest, cycle } }) =>
    liftRequest ? [clock('LiftRequested', liftRequest.requestedAt, cycle)] : [],

  'reopening-decision': ({ value, course, mine: { cycle } }) => {
    const certifiedAt = value.operation === 'licensed' ? enteredAt(course, 'licensed') : undefined;
    return certifiedAt === undefined ? [] : [clock('RequirementsCertified', certifiedAt, cycle)];
  },

  'appeal-decision': ({ mine: { appeals } }) =>
    appeals
      .filter(({ status }) => status === 'pending')
      .map(({ appealId, lodgedAt, cycle }) => clock('AppealLodged', lodgedAt, cycle, appealId)),

  'stay-answer': ({ mine }) => {
    const pending = inOpenCycle(mine) ? pendingAppeal(mine.appeals, mine.cycle) : undefined;
    return pending?.stay === 'requested' && pending.stayRequestedAt !== null
      ? [clock('StayRequested', pending.stayRequestedAt, mine.cycle, pending.appealId)]
      : [];
  },

  'approval-answer': ({ mine: { approvals } }) =>
    Object.values(approvals).map(({ approvalId, requestedAt }) =>
      clock('ApprovalRequested', requestedAt, null, approvalId),
    ),

  letter: ({ mine: { letters, cycle, decommissioned } }) => {
    const letter = decommissioned ? undefined : letterThatCounts(letters, cycle);
    if (letter?.status !== 'demanded') return [];
    const { letterId, since, dueOn } = letter;
    return [{ ...clock('GuaranteeLetterDemanded', since, cycle, letterId), named: { dueOn, originalDueOn: dueOn } }];
  },

  direction: ({ mine: { power } }) => {
    if (!power.direction || power.direction.curtailedTo) return [];
    const { directionId, issuedAt, dueOn } = power.direction;
    return [{ ...clock('PowerDirectionIssued', issuedAt, null, directionId), named: { dueOn, originalDueOn: dueOn } }];
  },
};

/** When the time to appeal against an order began: with its service, or with the order where it was not served or served at once. */
export function appealStart({ since, order, served }: Closure): Started {
  if (!served) return { type: 'ClosureOrdered', at: since };
  return { type: order?.servedAt === undefined ? 'OrderServed' : 'ClosureOrdered', at: served.servedAt };
}

function clock(type: EventType, at: string, cycle: number | null, subject: string | null = null): Clock {
  return { started: { type, at }, subject, cycle };
}

/** The current closure, where an order began it and it lasts. */
function openOrder(mine: Mine): Closure | null {
  return inOpenCycle(mine) && mine.closure?.cause === 'order' ? mine.closure : null;
}

/** When a mine last came into an operation state from another one. */
function enteredAt(course: MineWithCourse['course'], state: OperationState): string | undefined {
  return course.findLast(({ operation }, index) => operation === state && course[index - 1]?.operation !== state)?.at;
}
