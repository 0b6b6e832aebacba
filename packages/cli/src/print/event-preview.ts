import type { PreviewAnswer } from '@rectify/projections';
import type { Sent } from '../access/act.ts';
import type { Place } from '../options/place.ts';
import { heading } from './output.ts';
import { quoted, rectifyOn } from './shell.ts';
import { stateInWords } from './states.ts';
import { table } from './table.ts';
import { beijing, counted } from './times.ts';
import { fieldsInWords } from './values.ts';

type Closure = NonNullable<PreviewAnswer['closures'][number]['before']>;
type Change = PreviewAnswer['changes'][number];
type Standing = PreviewAnswer['before'];
type Event = NonNullable<Change['before']>;

/**
 * What sending an event would change, before and after; where it is not possible, why, and for a correction the command that shows it with
 * everything that depends on it voided too. `place` is where it would be sent, for commands to copy.
 */
export function previewInWords(mineId: string, { data }: Sent, preview: PreviewAnswer, place: Place): string {
  const { type, needsApproval, closures, before, after, changes } = preview;
  if (!after) return notPossible(mineId, data, preview, place);
  const approval = needsApproval ? ' Another person would have to grant it.' : '';
  return [
    `${heading(mineId)}  ${type} is possible.${approval} Nothing was stored.`,
    ...section('What changes', changes.map(changeRow)),
    ...section('Closures', closures.filter(isOther).map(closureRow)),
    ...section('Where it stands', standingRows(before, after)),
    ...section('Deadlines', deadlineRows(before, after)),
  ].join('\n');
}

function notPossible(mineId: string, data: unknown, preview: PreviewAnswer, place: Place): string {
  const { type, impossible, reasons, dependents } = preview;
  const why = impossible.length > 0 ? [] : reasons.map(({ detail }) => [detail]);
  const correction = { ...asObject(data), corrections: [...correctionsIn(data), ...(dependents ?? [])] };
  return [
    `${heading(mineId)}  ${type} is not possible as it is. Nothing was stored.`,
    ...section('Why', why),
    ...section(
      'What would no longer be possible',
      impossible.map(({ event, reasons: against }) => [when(event), event.type, sentences(against)]),
    ),
    ...(dependents && dependents.length > 0
      ? [
          '',
          `With ${counted(dependents.length, 'event')} that ${dependents.length === 1 ? 'depends' : 'depend'} on it voided too:`,
          `  ${rectifyOn(place)} send ${mineId} ${type} --preview --data ${quoted(JSON.stringify(correction))}`,
        ]
      : []),
  ].join('\n');
}

function changeRow({ type, kind, before, after }: Change): string[] {
  const event = after ?? before;
  const row = [event ? when(event) : '', type];
  switch (kind) {
    case 'added':
      return [...row, 'new'];
    case 'voided':
      return [...row, 'was never true'];
    case 'restored':
      return [...row, 'counts again'];
    case 'corrected':
      return [...row, before && after ? differences(before, after).join('; ') : ''];
    case 'led-elsewhere':
      return [...row, `leads to: ${after?.transition ? stateInWords(after.transition.to) : ''}`];
  }
}

/** The fields that say something else, each as `field: before -> after`. */
function differences(before: Event, after: Event): string[] {
  const was = fields(before);
  const is = fields(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => was[field] !== is[field])
    .map((field) => `${field}: ${was[field] ?? 'nothing'} -> ${is[field] ?? 'nothing'}`);
}

function fields(event: Event): Record<string, string> {
  const lines = Object.entries(event.data).map(([name, value]) => [
    name,
    fieldsInWords({ [name]: value })
      .join('')
      .slice(`${name}: `.length),
  ]);
  return { occurred: when(event), ...Object.fromEntries(lines) };
}

function isOther({ before, after }: PreviewAnswer['closures'][number]): boolean {
  return !before || !after || closureInShort(before) !== closureInShort(after);
}

function closureRow({ before, after }: PreviewAnswer['closures'][number]): string[] {
  const number = String((after ?? before)?.cycle ?? '');
  return [number, before ? closureInShort(before) : 'none', '->', after ? closureInShort(after) : 'none'];
}

function closureInShort(closure: Closure): string {
  const { since, sincePrecision, until, outcome, days, duration, notAllowedToRun } = closure;
  const end = until === null ? 'still shut' : `${outcome} ${beijing(until)}`;
  const stayed = notAllowedToRun === duration ? '' : `, not allowed to run ${notAllowedToRun}`;
  return `since ${beijing(since, sincePrecision)}, ${end}, ${counted(days, 'day')} (${duration}${stayed})`;
}

function standingRows(before: Standing, after: Standing): string[][] {
  const rows: readonly (readonly [string, (standing: Standing) => string])[] = [
    ['state', ({ state }) => stateInWords(state)],
    ['may run', ({ mayOperate }) => (mayOperate ? 'yes' : 'no')],
    ['waiting on', ({ waitingOn, waitingOnOffice }) => `${waitingOn}${waitingOnOffice ? ` (${waitingOnOffice})` : ''}`],
    ['closures so far', ({ cycle }) => String(cycle)],
    ['open findings', ({ openFindings }) => String(openFindings)],
    [
      'requirements',
      ({ requirements }) =>
        Object.entries(requirements)
          .map(([code, status]) => `${code} ${status}`)
          .join(', '),
    ],
  ];
  return rows.flatMap(([name, told]) => {
    const [was, is] = [told(before), told(after)];
    return was === is ? [] : [[name, was, '->', is]];
  });
}

function deadlineRows(before: Standing, after: Standing): string[][] {
  const was = dueDays(before);
  const is = dueDays(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [due, dueAfter] = [was.get(what), is.get(what)];
    return due === dueAfter ? [] : [[what, due ?? 'none', '->', dueAfter ?? 'none']];
  });
}

function dueDays({ deadlines }: Standing): Map<string, string> {
  return new Map(
    deadlines.map(({ rule, subject, dueOn, overdue }) => [
      subject === null ? rule : `${rule} (${subject})`,
      `${dueOn ?? 'no day'}${overdue ? ', overdue' : ''}`,
    ]),
  );
}

function when({ occurredAt, occurredAtPrecision }: Event): string {
  return beijing(occurredAt, occurredAtPrecision);
}

function sentences(reasons: PreviewAnswer['reasons']): string {
  return reasons.map(({ detail }) => detail).join(' ');
}

function correctionsIn(data: unknown): unknown[] {
  const { corrections } = asObject(data);
  return Array.isArray(corrections) ? corrections : [];
}

function asObject(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    heading(title),
    table(
      [],
      rows.map((row) => ['', ...row]),
    ),
  ];
}
