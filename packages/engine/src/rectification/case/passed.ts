import type { MineEvent } from '../mine-event.ts';
import type { Appeals } from './appeals.ts';

/** A deadline that was put on record as passed. */
export interface PassedDeadline {
  readonly rule: string;
  readonly subject: string | null;
  readonly dueOn: string;
  /** Whose it was: an office, or `owner`; null where that was not said. */
  readonly who: string | null;
  /** The closure cycle that it counts for; 0 before the first. */
  readonly cycle: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** Rules whose subjects have ids that are never used again and outlast a cycle: they pass once, in whatever cycle. */
const outlastCycles: ReadonlySet<string> = new Set(['appeal-decision', 'approval-answer', 'direction']);

interface WithPassed {
  readonly cycle: number;
  readonly passed: readonly PassedDeadline[];
}

/** The passed deadlines after an event. */
export function passedAfter(
  { passed, cycle, appeals }: WithPassed & { readonly appeals: Appeals },
  event: MineEvent,
): readonly PassedDeadline[] {
  if (event.type !== 'DeadlinePassed') return passed;
  const { rule, dueOn, subject, who } = event.data;
  const ofAppeal = rule === 'appeal-decision' && appeals.find(({ appealId }) => appealId === subject);
  return [
    ...passed,
    {
      rule,
      dueOn,
      subject: subject ?? null,
      who: who ?? null,
      cycle: ofAppeal ? ofAppeal.cycle : cycle,
      occurredAt: event.occurredAt,
      recordedAt: event.decidedAt,
    },
  ];
}

/** Whether it is on record that a deadline passed with a due day, in the cycle it is of. */
export function hasPassed(mine: WithPassed, deadline: Pick<PassedDeadline, 'rule' | 'subject' | 'dueOn'>): boolean {
  return passedRecordOf(mine, deadline) !== undefined;
}

/** The record that a deadline passed with a due day, in the cycle it is of; undefined without one. */
export function passedRecordOf(
  { passed, cycle }: WithPassed,
  { rule, subject, dueOn }: Pick<PassedDeadline, 'rule' | 'subject' | 'dueOn'>,
): PassedDeadline | undefined {
  return passed.find(
    (one) =>
      one.rule === rule &&
      one.subject === subject &&
      one.dueOn === dueOn &&
      (one.cycle === cycle || outlastCycles.has(rule)),
  );
}
