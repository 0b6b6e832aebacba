import type { WorkItemAnswer } from '../api/answers.ts';

/** A part of the queue: what is overdue, what is due next, what is due on no day. */
export interface WorkGroup {
  readonly name: 'overdue' | 'next' | 'undated';
  readonly items: readonly WorkItemAnswer[];
}

/** The queue in its parts, each in the order in which it came; none is empty. */
export function groupsOf(items: readonly WorkItemAnswer[]): WorkGroup[] {
  const groups: WorkGroup[] = [
    { name: 'overdue', items: items.filter(({ overdue }) => overdue) },
    { name: 'next', items: items.filter(({ overdue, dueOn }) => !overdue && dueOn !== null) },
    { name: 'undated', items: items.filter(({ dueOn }) => dueOn === null) },
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** What tells an item from all others of the same person. */
export function keyOf({ mineId, kind, rule, subject, event }: WorkItemAnswer): string {
  return [mineId, kind, rule, subject, event].join(' ');
}
