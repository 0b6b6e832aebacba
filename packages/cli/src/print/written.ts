import type { Requested } from '@rectify/api';
import type { MineAnswer } from '@rectify/projections';
import type { Written } from '../access/access.ts';
import type { Place } from '../options/place.ts';
import { quoted, rectifyOn } from './shell.ts';
import { stateInWords } from './states.ts';
import { beijing } from './times.ts';

/** What became of something sent, and for a request what has to happen next. `place` is where it was sent, for commands to copy. */
export function writtenInWords(written: Written, place: Place): string {
  return written.kind === 'stored' ? storedInWords(written.answer) : requestedInWords(written.answer, place);
}

function storedInWords({ events, mine, duplicate }: Extract<Written, { kind: 'stored' }>['answer']): string {
  return [
    ...(duplicate ? ['The same was sent before under this key; nothing was stored again.'] : []),
    ...events.map(
      ({ type, revision, occurredAt, occurredAtPrecision }) =>
        `${mine.mineId}: ${type}, revision ${revision}, occurred ${beijing(occurredAt, occurredAtPrecision)} Beijing time.`,
    ),
    nowInWords(mine),
  ].join('\n');
}

function requestedInWords({ approval, mine, duplicate }: Requested, place: Place): string {
  const { approvalId, event, requestedBy, granters, answer } = approval;
  const asked = `${mine.mineId}: ${event.type} needs another person's approval.`;
  if (answer !== 'pending') return [`${asked} Request ${approvalId} was ${answer}.`, nowInWords(mine)].join('\n');
  const [role = 'supervisor'] = granters;
  const actor = requestedBy.id === `${role}-1` ? `${role}-2` : `${role}-1`;
  const answering = (type: string, data: object) =>
    `  ${rectifyOn(place)} send ${mine.mineId} ${type} --role ${role} --actor ${actor} --data ${quoted(JSON.stringify(data))}`;
  return [
    asked,
    duplicate
      ? `It was requested before under this key: ${approvalId}.`
      : `Requested as ${approvalId}. Nothing has happened to the mine yet.`,
    `${requestedBy.role === role ? 'Another' : 'A'} ${role} grants it:`,
    answering('ApprovalGranted', { approvalId }),
    'or declines it:',
    answering('ApprovalDeclined', { approvalId, reason: '…' }),
  ].join('\n');
}

function nowInWords({ state, waitingOn, waitingOnOffice }: MineAnswer): string {
  const office = waitingOnOffice === null ? '' : ` (${waitingOnOffice})`;
  return `Now ${stateInWords(state)}${waitingOn === 'nobody' ? '' : `; waiting on the ${waitingOn}${office}`}.`;
}
