import type { ProcedureList, ProcedureSummary, PublishedAnswer } from '@rectify/api';
import { table } from './table.ts';
import { beijing, counted } from './times.ts';

/** Procedure versions as a table, and what comes with Rectify beside them. */
export function procedureTable({ items, unpublished }: ProcedureList): string {
  const rows = items.map((version) => [
    version.name,
    version.title.en,
    version.regions.join(', '),
    inForce(version),
    version.inForceFrom === null ? '' : beijing(version.inForceFrom),
    String(version.openCycles),
  ]);
  const shown = table(['VERSION', 'TITLE', 'REGIONS', 'IN FORCE', 'FROM', 'OPEN CYCLES'], rows, { right: [5] });
  const others = unpublished.map(
    ({ name, title }) => `${name} (${title.en}) comes with Rectify and is not published here.`,
  );
  return [shown, ...(others.length === 0 ? [] : ['', ...others])].join('\n');
}

/** Where and since when a version is in force, in sentences. */
export function standingInWords(version: ProcedureSummary): string {
  const { isDefault, publishedAt, inForceFrom, withdrawnAt, withdrawnBecause, openCycles, inForceIn } = version;
  const cycles = `${counted(openCycles, 'open cycle')} under it.`;
  if (isDefault)
    return `It rules where no other is in force${inForceIn.length === 0 ? '' : `: ${inForceIn.join(', ')} now`}. ${cycles}`;
  return [
    ...(publishedAt === null ? [] : [`Published ${beijing(publishedAt)}.`]),
    ...(withdrawnAt === null
      ? [
          `In force from ${beijing(inForceFrom ?? '')}; now ${inForceIn.length === 0 ? 'nowhere' : `in ${inForceIn.join(', ')}`}.`,
        ]
      : [`Withdrawn ${beijing(withdrawnAt)}: ${withdrawnBecause?.replace(/[.。]?$/, '.')}`]),
    cycles,
  ].join(' ');
}

/** What publishing a version led to. */
export function publishedInWords({ procedure, duplicate }: PublishedAnswer): string {
  return [
    ...(duplicate ? ['The same was published before under this key; nothing was stored again.'] : []),
    `${procedure.name} is published. ${standingInWords(procedure)}`,
    'Cycles that are open stay under their version; `rectify procedure preview` says what moving them would change.',
  ].join('\n');
}

/** What withdrawing a version led to. */
export function withdrawnInWords({ procedure, duplicate }: PublishedAnswer): string {
  return [
    ...(duplicate ? ['The same was withdrawn before under this key; nothing was stored again.'] : []),
    `${procedure.name}: ${standingInWords(procedure)}`,
  ].join('\n');
}

function inForce({ isDefault, withdrawnAt, inForceIn }: ProcedureSummary): string {
  if (withdrawnAt !== null) return 'withdrawn';
  if (isDefault) return inForceIn.length === 0 ? 'elsewhere' : `${inForceIn.join(', ')} and elsewhere`;
  return inForceIn.length === 0 ? 'no' : inForceIn.join(', ');
}
