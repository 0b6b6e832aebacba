import { addDays, dayOf } from './calendar.ts';
import { pendingAppeal } from './case/appeals.ts';
import { openFindings } from './case/findings.ts';
import { letterThatCounts } from './case/letters.ts';
import type { Mine } from './case/mine.ts';
import { inOpenCycle } from './case/open-cycle.ts';
import type { FoldedMine } from './fold.ts';
import type { DeadlineRule } from './procedures/procedure.ts';

/** What is due, by whom, on which day (inclusive, in the procedure's zone). */
export interface Deadline {
  readonly rule: DeadlineRule | 'remediation' | 'letter' | 'direction';
  readonly dueOn: string;
  /** Before any extension. */
  readonly originalDueOn: string;
  readonly party: 'owner' | 'authority';
  readonly office: string | null;
  /** The id or code it is about. */
  readonly subject: string | null;
}

/**
 * Everything that falls due for a mine as it stands, soonest first: domain.md, rule 6. Derived from facts, in calendar days;
 * nothing here is stored, and a passed deadline changes nothing.
 */
export function deadlinesOf({ value, mine, course }: Pick<FoldedMine, 'value' | 'mine' | 'course'>): Deadline[] {
  if (mine.decommissioned) return appealsDue(mine);
  const { offices, requirements } = mine.procedure;
  const due: Deadline[] = [...appealsDue(mine), ...lettersDue(mine), ...directionsDue(mine)];
  if (!inOpenCycle(mine) || !mine.closure) return inOrder(due);
  if (mine.closure.cause === 'order' && !mine.closure.served) {
    due.push(after(mine, 'service', mine.closure.since, 'authority', offices.inspection));
  }
  if (value.operation === 'closed.awaitingInspection') {
    due.push(after(mine, 'first-inspection', mine.closure.since, 'authority', offices.inspection));
  }
  if (value.operation === 'closed.awaitingReinspection' && mine.inspections.remediationDeclaredAt) {
    due.push(after(mine, 're-inspection', mine.inspections.remediationDeclaredAt, 'authority', offices.inspection));
  }
  if (value.operation === 'closed.remediating') {
    for (const { findingId, dueOn, originalDueOn } of openFindings(mine.findings)) {
      due.push({ rule: 'remediation', dueOn, originalDueOn, party: 'owner', office: null, subject: findingId });
    }
  }
  const licensedAt = course.findLast(
    ({ operation }, index) => operation === 'licensed' && course[index - 1]?.operation !== 'licensed',
  )?.at;
  if (value.operation === 'licensed' && licensedAt) {
    due.push(after(mine, 'reopening-decision', licensedAt, 'authority', offices.supervision));
  }
  for (const { code, office } of requirements) {
    const requirement = mine.requirements[code];
    if (requirement?.status === 'submitted' && requirement.since) {
      due.push(after(mine, 'evidence-answer', requirement.since, 'authority', office, code));
    }
  }
  for (const [findingId, { requestedAt }] of Object.entries(mine.extensionRequests)) {
    due.push(after(mine, 'extension-answer', requestedAt, 'authority', offices.supervision, findingId));
  }
  if (mine.liftRequest)
    due.push(after(mine, 'lift-decision', mine.liftRequest.requestedAt, 'authority', offices.supervision));
  return inOrder(due);
}

function appealsDue(mine: Mine): Deadline[] {
  const { closure, cycle, appeals } = mine;
  const { review } = mine.procedure.offices;
  const decisions = appeals
    .filter(({ status }) => status === 'pending')
    .map(({ appealId, lodgedAt }) => after(mine, 'appeal-decision', lodgedAt, 'authority', review, appealId));
  if (!closure || !inOpenCycle(mine)) return decisions;
  const pending = pendingAppeal(appeals, cycle);
  if (pending?.stay === 'requested' && pending.stayRequestedAt)
    return [...decisions, after(mine, 'stay-answer', pending.stayRequestedAt, 'authority', review, pending.appealId)];
  if (closure.cause !== 'order' || appeals.some((appeal) => appeal.cycle === cycle)) return decisions;
  return [...decisions, after(mine, 'appeal', closure.served?.servedAt ?? closure.since, 'owner', null)];
}

function lettersDue({ letters, cycle }: Mine): Deadline[] {
  const letter = letterThatCounts(letters, cycle);
  if (letter?.status !== 'demanded') return [];
  const { dueOn, letterId } = letter;
  return [{ rule: 'letter', dueOn, originalDueOn: dueOn, party: 'owner', office: null, subject: letterId }];
}

function directionsDue({ power: { direction } }: Mine): Deadline[] {
  if (!direction || direction.curtailedTo) return [];
  const { dueOn, directionId } = direction;
  return [{ rule: 'direction', dueOn, originalDueOn: dueOn, party: 'owner', office: null, subject: directionId }];
}

function after(
  { procedure }: Mine,
  rule: DeadlineRule,
  start: string,
  party: Deadline['party'],
  office: string | null,
  subject: string | null = null,
): Deadline {
  const dueOn = addDays(dayOf(start, procedure.zone), procedure.deadlines[rule].days);
  return { rule, dueOn, originalDueOn: dueOn, party, office, subject };
}

function inOrder(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/** Whether a deadline has passed at an instant: its whole due day counts. */
export function isOverdue({ dueOn }: Deadline, at: string, zone: string): boolean {
  return dayOf(at, zone) > dueOn;
}

/** The next thing due that somebody must do: not the appeal, which is a right, nor the service of the order, which is flagged apart. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.find(({ rule }) => rule !== 'appeal' && rule !== 'service') ?? null;
}
