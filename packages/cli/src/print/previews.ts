import type { MigrationPreviewList, PreviewCounts } from '@rectify/projections';
import { ruleInWords } from './rules.ts';
import { table } from './table.ts';
import { counted } from './times.ts';

type Case = MigrationPreviewList['items'][number];

/** What moving the open cycles would change: how many, then a line for each case listed. */
export function previewsInWords({
  procedure,
  counts,
  items,
  more,
}: Omit<MigrationPreviewList, 'next' | 'position'> & { readonly more: boolean }): string {
  const rows = items.map((one) => [one.mineId, one.name, one.region, one.procedure, caseInWords(one)]);
  return [
    ...(counts ? countsInWords(procedure, counts) : []),
    ...(rows.length === 0 ? [] : ['', table(['MINE', 'NAME', 'REGION', 'UNDER', 'WHAT WOULD CHANGE'], rows)]),
    ...(more ? ['', 'There are more; --limit lists more of them.'] : []),
  ].join('\n');
}

function countsInWords(procedure: string, counts: PreviewCounts): string[] {
  const { openCycles, changes, unchanged, cannotMove, underItAlready, overdueAtOnce } = counts;
  const byCode = (codes: Readonly<Record<string, number>>) =>
    Object.entries(codes)
      .map(([code, cycles]) => `${code} (${cycles})`)
      .join(', ');
  return [
    `${counted(openCycles, 'open cycle')}: moved to ${procedure}, ${changes} would change and ${unchanged} would not; ${cannotMove} cannot move, ${underItAlready} are under it already.`,
    ...(Object.keys(counts.newlyUnmet).length === 0 ? [] : [`Newly unmet: ${byCode(counts.newlyUnmet)}.`]),
    ...(Object.keys(counts.newlyMet).length === 0 ? [] : [`No longer in the way: ${byCode(counts.newlyMet)}.`]),
    ...(overdueAtOnce === 0 ? [] : [`Overdue at once: ${counted(overdueAtOnce, 'cycle')}.`]),
  ];
}

function caseInWords(one: Case): string {
  if (one.outcome === 'unchanged') return 'nothing';
  if (one.outcome === 'under-it-already') return 'nothing: it is under it already';
  if (one.outcome === 'cannot-move') return `cannot move: ${one.reasons.map(({ detail }) => detail).join(' ')}`;
  const codes = [one.requirements, one.checks];
  return [
    ...listed(
      'newly unmet',
      codes.flatMap(({ newlyUnmet }) => newlyUnmet),
    ),
    ...listed(
      'no longer in the way',
      codes.flatMap(({ newlyMet }) => newlyMet),
    ),
    ...one.deadlines.map(deadlineInWords),
    ...one.approvals.map(
      ({ approvalId, type, becomes }) => `request ${approvalId} (${type}) ${becameInWords[becomes]}`,
    ),
    ...(one.waitingOn
      ? [`waits on ${waitingInWords(one.waitingOn.after)}, not ${waitingInWords(one.waitingOn.before)}`]
      : []),
  ].join('; ');
}

const becameInWords: Readonly<Record<Case['approvals'][number]['becomes'], string>> = {
  impossible: 'could not be granted any more',
  possible: 'could be granted',
  'not-needed': 'would need no second person',
};

function deadlineInWords({ rule, subject, before, after, becomes }: Case['deadlines'][number]): string {
  const what = `${ruleInWords(rule)}${subject === null ? '' : ` ${subject}`}`;
  const became = becomes === 'overdue' ? ', overdue at once' : becomes === 'not-overdue' ? ', no longer overdue' : '';
  if (before?.dueOn === after?.dueOn)
    return `${what} due from ${waitingInWords(after ?? { party: 'nobody', office: null })}`;
  return `${what} due ${dueInWords(before)} → ${dueInWords(after)}${became}`;
}

function dueInWords(deadline: Case['deadlines'][number]['before']): string {
  return deadline === null ? 'never' : (deadline.dueOn ?? 'on a day that the calendar does not give');
}

function waitingInWords({ party, office }: { readonly party: string; readonly office: string | null }): string {
  return office === null ? `the ${party}` : `the ${party} (${office})`;
}

function listed(what: string, codes: readonly string[]): string[] {
  return codes.length === 0 ? [] : [`${what} ${codes.join(', ')}`];
}
