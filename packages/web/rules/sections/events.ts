import {
  chartConditionsInWords,
  conditionsInWords,
  eventSubjects,
  eventsInWords,
  generalConditions,
} from '@rectify/engine/in-words';
import { type EventType, owningRegion, type Procedure, procedureName, sendersOf } from '@rectify/engine/rectification';
import type { Words } from '@rectify/words';
import { type Region, type Step, stateSets, steps } from '../chart/steps.ts';
import { and, code, linkTo, or, parts, table } from '../markdown.ts';
import { deadlinesMovedBy } from './deadlines.ts';
import { fieldsOf } from './fields.ts';
import { cited } from './foundations.ts';

/** The section on what can happen: who may send it, from where to where, under which conditions, with which data. */
export function events(words: Words, procedures: readonly Procedure[]): string {
  return parts(
    '## Events',
    'An event is accepted only if all of these hold; otherwise nothing is stored, and every reason is given:',
    conditionTable(generalConditions),
    'Of several steps from the same state, the first whose condition holds is taken.',
    table(
      ['About', 'Events'],
      eventSubjects.map(({ subject, types }) => [
        linkTo(subject, subject),
        types.map((type) => linkTo(titleOf(type, words), type)).join(', '),
      ]),
    ),
    ...eventSubjects.map(({ subject, types }) =>
      parts(`### ${subject}`, ...types.map((type) => event(type, words, procedures))),
    ),
  );
}

function titleOf(type: EventType, words: Words): string {
  return `${type}: ${words.fact(type)}`;
}

function event(type: EventType, words: Words, procedures: readonly Procedure[]): string {
  const { means, foundations } = eventsInWords[type];
  const due = deadlinesMovedBy(type, words);
  const sources = cited([
    ...foundations,
    ...(isUnderFourEyes(type, procedures) || type.startsWith('Approval') ? (['rule 5'] as const) : []),
    ...(due.length > 0 ? (['rule 6'] as const) : []),
  ]);
  const rows = [
    ['Who', whoSends(type, words, procedures)],
    [
      'Steps',
      type === 'MineRegistered' ? beginning(words) : stepsInWords(type, owningRegion(type), words).join('<br>'),
    ],
    ...followingRegions(type).map((region) => [`Also, ${region}`, stepsInWords(type, region, words).join('<br>')]),
    ...(due.length === 0 ? [] : [['Deadlines', due.join('<br>')]]),
    ...(sources === '' ? [] : [['Source', sources]]),
  ];
  return parts(
    `#### ${titleOf(type, words)}`,
    means,
    table(['', ''], rows),
    conditionTable(conditionsInWords[type]),
    fieldsOf(type, words),
  );
}

function beginning(words: Words): string {
  const at = [words.state('operation', 'operating'), words.state('appeal', 'none'), words.state('power', 'none')];
  return `the mine begins: ${at.join(', ')}`;
}

function conditionTable(conditions: readonly { readonly holds: string; readonly codes: readonly string[] }[]): string {
  return table(
    ['Condition', 'Reason if not'],
    conditions.map(({ holds, codes }) => [holds, codes.map(code).join(', ')]),
  );
}

function isUnderFourEyes(type: EventType, procedures: readonly Procedure[]): boolean {
  return procedures.some(({ fourEyes }) => Object.hasOwn(fourEyes, type));
}

/** Who may send an event, and where a procedure asks for four eyes, who requests and who grants. */
function whoSends(type: EventType, words: Words, procedures: readonly Procedure[]): string {
  const [procedure] = procedures;
  const plain = procedure ? sendersOf(type, { ...procedure, fourEyes: {} }) : [];
  const roles = (those: readonly string[]) => or(those.map(words.role));
  const four = procedures.flatMap((procedure) => {
    const rule = procedure.fourEyes[type];
    return rule
      ? [
          {
            name: procedureName(procedure),
            said: `requested by ${roles(rule.request)}, granted by a second person: ${roles(rule.grant)}`,
          },
        ]
      : [];
  });
  const said = [...new Set(four.map((each) => each.said))].map(
    (rule) => `under ${and(four.filter((each) => each.said === rule).map(({ name }) => code(name)))} ${rule}`,
  );
  const alone = plain.length === 0 ? 'nobody sends it: it follows from other events' : roles(plain);
  return [alone, ...said].join('; ');
}

function followingRegions(type: EventType): Region[] {
  const regions = new Set(steps.filter((step) => step.event === type).map(({ region }) => region));
  regions.delete(owningRegion(type));
  return [...regions];
}

/** The steps of an event in one region, those that lead to the same place under the same condition together; what needs none last. */
function stepsInWords(type: EventType, region: Region, words: Words): string[] {
  const ways = new Map<string, Step[]>();
  for (const step of steps.filter((each) => each.event === type && each.region === region)) {
    const leads = isLedTo(step, region) ? step.to : 'stays';
    const key = `${leads} ${step.condition}`;
    ways.set(key, [...(ways.get(key) ?? []), step]);
  }
  const inOrder = [...ways].toSorted(
    ([, [a]], [, [b]]) => Number(a?.condition === 'met') - Number(b?.condition === 'met'),
  );
  return inOrder.map(([key, together]) => {
    const [step] = together;
    if (!step) return '';
    const from = fromInWords([...new Set(together.map((each) => each.from))], region, words);
    const to = key.startsWith('stays ') ? 'no change' : `to ${words.state(region, step.to)}`;
    const why = conditionOf(step.condition);
    return `from ${from}: ${to}${why === '' ? '' : `, if ${why}`}`;
  });
}

/** Whether a step leads somewhere, or stays where the same event leads from elsewhere in the same way. */
function isLedTo({ event, to, condition }: Step, region: Region): boolean {
  return steps.some(
    (each) =>
      each.event === event &&
      each.region === region &&
      each.condition === condition &&
      each.to === to &&
      each.from !== to,
  );
}

function conditionOf(name: string): string {
  const known: Readonly<Record<string, string>> = chartConditionsInWords;
  return known[name] ?? name;
}

/** States by the name of the set that they are, else one by one. */
function fromInWords(from: readonly string[], region: Region, words: Words): string {
  const set = region === 'operation' ? stateSets.find(({ states }) => isSame(states, from)) : undefined;
  return set?.name ?? or(from.map((state) => words.state(region, state)));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each));
}
