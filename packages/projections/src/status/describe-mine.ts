import {
  type DatedDeadline,
  type Deadline,
  daysLate,
  deadlinesOf,
  type FoldedMine,
  isOverdue,
  isShut,
  mayOperate,
  nextDeadline,
  openFindings,
  procedureName,
  statusOf,
  waitingOn,
} from '@rectify/engine/rectification';
import { describeLastClosure } from '../closures/describe-closure.ts';
import { type Asked, instantOf } from '../instants.ts';
import { flagsOf } from './flags.ts';
import type { DatedDeadlineAnswer, DeadlineAnswer, MineAnswer } from './mine-answer.ts';

/**
 * A folded mine as answered: interface.md. Fold what the asker may see (see `visibleFacts`), as of and as known at the instants
 * asked for; durations of an open closure run to that instant.
 */
export function describeMine(folded: FoldedMine, asked: Asked): MineAnswer {
  const { value, mine } = folded;
  const at = instantOf(asked);
  const waiting = waitingOn(value, mine);
  const deadlines = deadlinesOf(folded);
  const next = nextDeadline(deadlines);
  return {
    mineId: mine.mineId,
    name: mine.name,
    region: mine.region,
    operator: mine.operator,
    capacity: mine.capacity,
    status: statusOf(value.operation),
    state: value,
    cycle: mine.cycle,
    shut: isShut(value.operation),
    mayOperate: mayOperate(value, mine),
    waitingOn: waiting.party,
    waitingOnOffice: waiting.office,
    procedure: procedureName(mine.procedure),
    closure: describeLastClosure(folded, at),
    openFindings: openFindings(mine.findings).length,
    requirements: Object.fromEntries(Object.entries(mine.requirements).map(([code, { status }]) => [code, status])),
    nextDeadline: next && describeDeadline(next, folded, at),
    flags: flagsOf(folded, deadlines, at),
    assignee: mine.assignee,
    lastChange: { type: folded.lastType, occurredAt: folded.lastOccurredAt },
    revision: folded.revision,
    position: folded.position,
    asOf: at,
    knownAt: asked.knownAt ?? asked.now,
  };
}

/** A deadline as answered; overdue once its whole due day has passed. */
export function describeDeadline(deadline: DatedDeadline, folded: FoldedMine, at: string): DatedDeadlineAnswer;
export function describeDeadline(deadline: Deadline, folded: FoldedMine, at: string): DeadlineAnswer;
export function describeDeadline(deadline: Deadline, { mine }: FoldedMine, at: string): DeadlineAnswer {
  return {
    ...deadline,
    overdue: isOverdue(deadline, at),
    daysLate: daysLate(deadline, at, mine.procedure.zone),
  };
}
