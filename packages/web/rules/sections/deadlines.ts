import {
  deadlineRules,
  type EventType,
  type Procedure,
  procedureName,
  type RuleName,
  type RuleOfDeadline,
  ruleName,
} from '@rectify/engine/rectification';
import type { Words } from '@rectify/words';
import { capital, code, parts, table } from '../markdown.ts';
import { cited } from './foundations.ts';

type Part = 'starts' | 'resumes' | 'extends' | 'satisfies' | 'cancels';

/** What an event can do to a deadline. */
const does: Readonly<Record<Part, string>> = {
  starts: 'starts',
  resumes: 'brings back',
  extends: 'extends',
  satisfies: 'satisfies',
  cancels: 'cancels',
};

const doneBy: Readonly<Record<Part, string>> = {
  starts: 'Started by',
  resumes: 'Brought back by',
  extends: 'Extended by',
  satisfies: 'Satisfied by',
  cancels: 'Cancelled by',
};

const partNames: readonly Part[] = ['starts', 'resumes', 'extends', 'satisfies', 'cancels'];

/** The section on what falls due, by whom, and what starts, moves and ends it. */
export function deadlines(words: Words, procedures: readonly Procedure[]): string {
  return parts(
    '## Deadlines',
    `They go back to ${cited(['rule 1', 'rule 4', 'rule 6'])}. The last day counts in full. What an event starts, extends, satisfies or cancels is what is due about the same thing, such as the same requirement.`,
    table(
      ['Due', ...procedures.map((procedure) => code(procedureName(procedure))), 'Whose'],
      ruleName.options.map((rule) => [
        capital(words.deadline(rule)),
        ...procedures.map((procedure) => lengthOf(rule, procedure)),
        whose(rule, procedures),
      ]),
    ),
    ...ruleName.options.map((rule) => asSection(rule, words)),
  );
}

/** What an event does to deadlines, such as `starts first inspection`. */
export function deadlinesMovedBy(type: EventType, words: Words): string[] {
  return partNames.flatMap((part) => {
    const rules = ruleName.options.filter((rule) => deadlineRules[rule][part].includes(type));
    return rules.length === 0 ? [] : [`${does[part]} ${rules.map(words.deadline).join(', ')}`];
  });
}

function asSection(rule: RuleName, words: Words): string {
  const { sentence, recorded, ...named }: RuleOfDeadline = deadlineRules[rule];
  const rows = partNames
    .filter((part) => named[part].length > 0)
    .map((part) => [doneBy[part], [...new Set(named[part])].map(code).join(', ')]);
  return parts(
    `### ${capital(words.deadline(rule))}`,
    sentence,
    table(
      ['', ''],
      [...rows, ['When it passes', recorded ? 'the system records `DeadlinePassed`' : 'it is flagged, not recorded']],
    ),
  );
}

function lengthOf(rule: RuleName, { deadlines: all }: Procedure): string {
  const deadline = Object.entries(all).find(([name]) => name === rule)?.[1];
  return deadline ? `${deadline.days} ${deadline.count} days` : 'the day named in the event';
}

function whose(rule: RuleName, procedures: readonly Procedure[]): string {
  const responsible = procedures.flatMap(({ deadlines: all }) =>
    Object.entries(all)
      .filter(([name]) => name === rule)
      .map(([, deadline]) => deadline.responsible),
  );
  const said = responsible.map((each) => {
    if (each === 'owner') return 'the owner';
    return each === 'office-of-requirement' ? 'the office of the requirement' : `the office of ${each}`;
  });
  return said.length === 0 ? 'the owner' : [...new Set(said)].join(', ');
}
