import { type Procedure, procedureName } from '@rectify/engine/rectification';
import type { Words } from '../../src/language/words-in.ts';
import { capital, code, parts, table } from '../markdown.ts';
import { cited } from './foundations.ts';

/** The section on what falls due, and by whom. */
export function deadlines(words: Words, procedures: readonly Procedure[]): string {
  const [first] = procedures;
  if (!first) return '';
  return parts(
    '## Deadlines',
    `${capital(cited(['rule 1', 'rule 4', 'rule 6']))}. The last day counts in full. A passed deadline is flagged, and changes nothing else. The day by which a finding, a guarantee letter or a power direction is due is named in the event itself.`,
    table(
      ['Due', ...procedures.map((procedure) => code(procedureName(procedure))), 'Whose'],
      Object.entries(first.deadlines).map(([rule, { responsible }]) => [
        capital(words.deadline(rule)),
        ...procedures.map(({ deadlines: all }) => {
          const deadline = Object.entries(all).find(([name]) => name === rule)?.[1];
          return deadline ? `${deadline.days} ${deadline.count} days` : '';
        }),
        whose(responsible),
      ]),
    ),
  );
}

function whose(responsible: Procedure['deadlines'][keyof Procedure['deadlines']]['responsible']): string {
  if (responsible === 'owner') return 'the owner';
  return responsible === 'office-of-requirement' ? 'the office of the requirement' : `the office of ${responsible}`;
}
