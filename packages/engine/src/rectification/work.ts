import type { Mine } from './case/mine.ts';
import { passedRecordOf } from './case/passed.ts';
import { isUnverified } from './case/power.ts';
import type { OperationState } from './chart-value.ts';
import type { Deadline } from './deadlines/deadline.ts';
import { deadlinesOf } from './deadlines/deadlines-of.ts';
import type { FoldedMine } from './fold.ts';
import { officials, type Role } from './roles.ts';
import { waitingOn } from './waiting-on.ts';

/**
 * Something that needs somebody: a request to answer, a thing that is due, the next step of a case that waits for its office, or a deadline of
 * another office that passed, of which the procedure tells them.
 */
export interface WorkItem {
  readonly kind: 'approval' | 'deadline' | 'step' | 'notice';
  /** Whom it needs: one item for each role that can do it. */
  readonly role: Role;
  readonly office: string | null;
  /** The rule of what is due, or the state that the case waits in. */
  readonly rule: Deadline['rule'] | OperationState | null;
  /**
   * Since when it needs them: what is due since what made it run, a request since it was made, a step since the case waits for it, a notice since
   * it is on record that the deadline passed.
   */
  readonly since: string;
  /** The id or code that it is about. */
  readonly subject: string | null;
  readonly dueOn: string | null;
  /** The last millisecond of that day. */
  readonly dueAt: string | null;
  /** The request to answer, and who made it: they cannot answer it themselves. */
  readonly approval: {
    readonly approvalId: string;
    readonly event: string;
    readonly requestedBy: string;
    readonly requestedByRole: Role;
  } | null;
}

/** Who does what is due: domain.md, "Events". What is the owner's is told by its party. */
const whoDoes: Readonly<Partial<Record<Deadline['rule'], Role>>> = {
  'first-inspection': 'inspector',
  're-inspection': 'inspector',
  service: 'inspector',
  'evidence-answer': 'licensing',
  'extension-answer': 'supervisor',
  'lift-decision': 'supervisor',
  'reopening-decision': 'supervisor',
  'stay-answer': 'reviewer',
  'appeal-decision': 'reviewer',
};

/** Who takes the next step of a case that waits for the authority. */
const whoGoesOn: Readonly<Partial<Record<OperationState, Role>>> = {
  'closed.awaitingInspection': 'inspector',
  'closed.inspecting': 'inspector',
  'closed.awaitingReinspection': 'inspector',
  inspected: 'licensing',
  licensed: 'supervisor',
};

/** Everything that needs somebody in a mine as it stands. Nothing of it depends on the clock: what is overdue is found when asked. */
export function workOf(folded: Pick<FoldedMine, 'value' | 'mine' | 'course'>): WorkItem[] {
  const deadlines = deadlinesOf(folded).filter(({ rule }) => rule !== 'appeal');
  const due = deadlines.flatMap((deadline) => dueItem(deadline));
  const approvals = approvalItems(folded, deadlines);
  return [
    ...approvals,
    ...due,
    ...deadlines.flatMap((deadline) => noticeItems(folded.mine, deadline)),
    ...stepItem(folded, [...approvals, ...due]),
  ];
}

function dueItem({ rule, party, office, started, subject, dueOn, dueAt }: Deadline): WorkItem[] {
  const role = party === 'owner' ? 'owner' : whoDoes[rule];
  if (!role) return [];
  return [{ kind: 'deadline', role, office, rule, since: started.at, subject, dueOn, dueAt, approval: null }];
}

/** A passed deadline of an authority is told to whom the procedure says, while it is still unmet (domain.md, rule 6). */
function noticeItems(mine: Mine, deadline: Deadline): WorkItem[] {
  const { rule, party, office, subject, dueOn, dueAt } = deadline;
  const passed = party === 'owner' || dueOn === null ? undefined : passedRecordOf(mine, { rule, subject, dueOn });
  if (!passed) return [];
  const told = mine.procedure.notices.filter(({ on }) => on === 'DeadlinePassed').flatMap(({ who }) => who);
  return [...new Set(told)]
    .filter((role) => role !== whoDoes[rule] && officials.includes(role))
    .map((role) => ({
      kind: 'notice' as const,
      role,
      office,
      rule,
      since: passed.recordedAt,
      subject,
      dueOn,
      dueAt,
      approval: null,
    }));
}

function approvalItems({ mine }: Pick<FoldedMine, 'mine'>, deadlines: readonly Deadline[]): WorkItem[] {
  return Object.values(mine.approvals).flatMap(({ approvalId, event, requestedBy, requestedAt, granters }) => {
    const due = deadlines.find(({ rule, subject }) => rule === 'approval-answer' && subject === approvalId);
    return granters.map((role) => ({
      kind: 'approval' as const,
      role,
      office: due?.office ?? null,
      rule: due?.rule ?? null,
      since: requestedAt,
      subject: approvalId,
      dueOn: due?.dueOn ?? null,
      dueAt: due?.dueAt ?? null,
      approval: { approvalId, event: event.type, requestedBy: requestedBy.id, requestedByRole: requestedBy.role },
    }));
  });
}

/** A case that waits for an office without anything being due there: somebody has to go on with it all the same. */
function stepItem(
  { value, mine, course }: Pick<FoldedMine, 'value' | 'mine' | 'course'>,
  items: readonly WorkItem[],
): WorkItem[] {
  const { party, office } = waitingOn(value, mine);
  const since = waitingSince(course);
  const role = value.operation === 'licensed' && isUnverified(mine.power) ? 'inspector' : whoGoesOn[value.operation];
  if (party !== 'authority' || !role || since === undefined || items.some((item) => item.role === role)) return [];
  const { operation: rule } = value;
  return [{ kind: 'step', role, office, rule, since, subject: null, dueOn: null, dueAt: null, approval: null }];
}

/** Since when a case is in its state and waits for the one it waits for, without a break. */
function waitingSince(course: FoldedMine['course']): string | undefined {
  const last = course.at(-1);
  const before = course.findLastIndex(
    ({ operation, waitingOn: { party, office } }) =>
      operation !== last?.operation || party !== last.waitingOn.party || office !== last.waitingOn.office,
  );
  return course[before + 1]?.at;
}
