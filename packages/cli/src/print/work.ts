import type { Caller } from '@rectify/api';
import type { WorkItemAnswer } from '@rectify/projections';
import type { AskedInstants } from '../options/instants.ts';
import { heading } from './output.ts';
import { table } from './table.ts';
import { beijing, counted } from './times.ts';

/** Somebody's queue in words: how much there is, and each item on a line. */
export function workInWords(
  { id, role }: Caller,
  items: readonly WorkItemAnswer[],
  { asOf }: Pick<AskedInstants, 'asOf'>,
): string {
  if (items.length === 0)
    return asOf === undefined
      ? `Nothing needs ${id} (${role}) now.`
      : `Nothing needed ${id} (${role}) on ${beijing(asOf)}.`;
  const overdue = items.filter((item) => item.overdue).length;
  const rows = items.map((item) => [
    item.mineId,
    item.name,
    item.region,
    whatIsNeeded(item),
    item.office ?? '',
    beijing(item.since, 'day'),
    item.dueOn === null ? '' : `${item.dueOn}${item.overdue ? ' overdue' : ''}`,
    item.assignee ?? '',
  ]);
  return [
    `${counted(items.length, 'item')} for ${id} (${role}), ${overdue} overdue.`,
    '',
    heading('Work'),
    table(['MINE', 'NAME', 'REGION', 'NEEDED', 'OFFICE', 'SINCE', 'DUE', 'ASSIGNED TO'], rows),
  ].join('\n');
}

function whatIsNeeded({ kind, rule, event, subject, approvalId }: WorkItemAnswer): string {
  if (kind === 'approval') return `answer to the request for ${event ?? 'an event'} (${approvalId ?? ''})`;
  const about = subject === null ? '' : ` ${subject}`;
  const due = `${(rule ?? '').replaceAll('-', ' ')}${about}`;
  if (kind === 'notice') return `passed at another office: ${due}`;
  return kind === 'deadline' ? due : `next step: ${rule ?? ''}`;
}
