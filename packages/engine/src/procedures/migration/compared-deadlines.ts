import { type Deadline, isOverdue } from '../../rectification/deadlines/deadline.ts';
import { deadlinesOf } from '../../rectification/deadlines/deadlines-of.ts';
import type { FoldedMine } from '../../rectification/fold.ts';

/** A deadline that is another, is new or is gone: it `becomes` overdue at once, is not any more, or stays what it was. */
export interface ComparedDeadline {
  readonly rule: Deadline['rule'];
  readonly subject: string | null;
  readonly before: Deadline | null;
  readonly after: Deadline | null;
  readonly becomes: 'overdue' | 'not-overdue' | null;
}

/** The deadlines in which two standings of a mine differ at an instant. */
export function comparedDeadlines(before: FoldedMine, after: FoldedMine, now: string): ComparedDeadline[] {
  const [due, dueThen] = [deadlinesByKey(before), deadlinesByKey(after)];
  const isPast = (deadline: Deadline | undefined) => deadline !== undefined && isOverdue(deadline, now);
  return [...new Set([...dueThen.keys(), ...due.keys()])].flatMap((key): ComparedDeadline[] => {
    const [was, is] = [due.get(key), dueThen.get(key)];
    const [wasPast, isPastThen] = [isPast(was), isPast(is)];
    const about = is ?? was;
    if (!about || (isSame(was, is) && wasPast === isPastThen)) return [];
    const becomes = wasPast === isPastThen ? null : isPastThen ? 'overdue' : 'not-overdue';
    return [{ rule: about.rule, subject: about.subject, before: was ?? null, after: is ?? null, becomes }];
  });
}

function isSame(a: Deadline | undefined, b: Deadline | undefined): boolean {
  return a?.dueOn === b?.dueOn && a?.party === b?.party && a?.office === b?.office;
}

function deadlinesByKey(folded: FoldedMine): ReadonlyMap<string, Deadline> {
  return new Map(
    deadlinesOf(folded).map((deadline) => [JSON.stringify([deadline.rule, deadline.subject]), deadline] as const),
  );
}
