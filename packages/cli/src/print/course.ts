import type { CourseAnswer, CourseDay } from '@rectify/projections';
import { heading } from './output.ts';
import { table } from './table.ts';

const HEAD = ['DAY', 'SHUT', 'CLOSED', 'REOPENED', 'WITHDRAWN', 'QUASHED', 'DECOMMISSIONED'];

/** The course of closures, a line for each day. */
export function courseInWords({ days, groups = [] }: CourseAnswer): string {
  if (days.length === 0) return 'There is no such day yet.';
  return [
    daysInWords(days),
    ...groups.map(({ group, days: its }) => `\n${heading(group ?? 'none')}\n${daysInWords(its)}`),
  ].join('\n');
}

function daysInWords(days: readonly CourseDay[]): string {
  const rows = days.map(({ day, shut, closed, reopened, withdrawn, quashed, decommissioned }) => [
    day,
    ...[shut, closed, reopened, withdrawn, quashed, decommissioned].map(String),
  ]);
  return table(HEAD, rows, { right: [1, 2, 3, 4, 5, 6] });
}
