import type { Caller, NextAnswer } from '@rectify/api';
import type { EventType } from '@rectify/engine';
import { heading } from './output.ts';
import { reasonInWords } from './possibilities.ts';
import { table } from './table.ts';

type Refused = NextAnswer['refused'][number];

/** Why somebody may not send an event now, and the way there as numbered steps: what, about what, who sends it and who has to grant it. */
export function whyNotInWords(mineId: string, { id, role, office }: Caller, type: EventType, next: NextAnswer): string {
  const refused = next.refused.find((candidate) => candidate.type === type);
  return [
    `${heading(`${mineId}: ${type}`)} for ${id} (${role}, ${office})`,
    '',
    ...(refused ? [...reasons(refused), '', ...way(refused)] : [notRefused(type, role, next)]),
  ].join('\n');
}

function notRefused(type: EventType, role: string, { possible }: NextAnswer): string {
  return possible.some((candidate) => candidate.type === type)
    ? 'It may be sent now.'
    : `${type} is not for the role ${role}; --role asks for another.`;
}

function reasons({ reasons }: Refused): string[] {
  return [heading('Why not'), ...reasons.map((reason) => `  ${reasonInWords(reason)}`)];
}

function way({ path, pathSearch }: Refused): string[] {
  if (!path) {
    return [
      pathSearch === 'none'
        ? 'There is no way there, whatever people do.'
        : 'No way was found as far as the search may go; there may be one all the same.',
    ];
  }
  const rows = path.map(({ type, for: about, role, approvedBy }, index) => [
    '',
    `${index + 1}.`,
    type,
    about ?? '',
    approvedBy === undefined ? role : `${role}, then another person (${approvedBy}) grants it`,
  ]);
  return [heading(path.length === 1 ? 'The way: 1 step' : `The way: ${path.length} steps`), table([], rows)];
}
