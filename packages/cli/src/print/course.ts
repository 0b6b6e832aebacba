import type { CourseAnswer, CourseDay } from '@rectify/projections';
import { heading } from './output.ts';
import { table } from './table.ts';

const HEAD = ['DAY', 'SHUT', 'CLOSED', 'REOPENED', 'WITHDRAWN', 'QUASHED', 'DECOMMISSIONED'];
const STANDING = ['STILL CLOSED', 'INSPECTED', 'LICENSED'];

/** The course of closures, a line for each day. */
export function courseInWords({ days, groups = [] }: CourseAnswer): string {
  if (days.length === 0) return 'There is no such day yet.';
  return [
    daysInWords(days),
    ...groups.map(({ group, days: its }) => `\n${heading(group ?? 'none')}\n${daysInWords(its)}`),
  ].join('\n');
}

function daysInWords(days: readonly CourseDay[]): string {
  const head = days.some(({ standing }) => standing) ? [...HEAD, ...STANDING] : HEAD;
  const rows = days.map(({ day, shut, closed, reopened, withdrawn, quashed, decommissioned, standing }) => [
    day,
    ...[shut, closed, reopened, withdrawn, quashed, decommissioned].map(String),
    ...(standing ? [standing.closed, standing.inspected, standing.licensed].map(String) : []),
  ]);
  return table(head, rows, { right: head.keys().drop(1).toArray() });
}
