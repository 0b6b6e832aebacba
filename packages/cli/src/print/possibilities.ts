import type { Caller, NextAnswer } from '@rectify/api';
import { z } from 'zod';
import { heading } from './output.ts';
import { table } from './table.ts';

type Refused = NextAnswer['refused'][number];

/**
 * What somebody may send now, with the fields each event takes; what others may send now; and what is theirs but not possible, with every
 * reason and who can change it. What is neither theirs nor possible is only counted.
 */
export function possibilitiesInWords(mineId: string, { id, role, office }: Caller, next: NextAnswer): string {
  const othersNow = next.refused.filter(({ reasons }) => reasons.every(isNotTheirs));
  const theirs = next.refused.filter(({ reasons }) => !reasons.some(isNotTheirs));
  const rest = next.refused.length - othersNow.length - theirs.length;
  return [
    `${heading(mineId)} for ${id} (${role}, ${office})`,
    ...section('May be sent now', possibleRows(next), '(* must be given)'),
    ...section('Others may send now', byRole(othersNow)),
    ...section('Not possible now, and why', reasonRows(theirs)),
    ...(rest === 0 ? [] : ['', `${rest} more are for other roles and not possible now; --json and --role show why.`]),
  ].join('\n');
}

function possibleRows({ possible }: NextAnswer): string[][] {
  if (possible.length === 0) return [['Nothing.']];
  return possible.map(({ type, schema, needsApproval }) => [
    type,
    `${fieldsOf(schema)}${needsApproval ? ' (another person has to approve it)' : ''}`,
  ]);
}

/** Which role may send which events. */
function byRole(refused: readonly Refused[]): string[][] {
  const types = Map.groupBy(refused, ({ reasons }) => reasons[0]?.who ?? 'nobody');
  return [...types].map(([who, events]) => [who, events.map(({ type }) => type).join(', ')]);
}

/** Events with the reasons against them; those for which the chart has no step share one row. */
function reasonRows(refused: readonly Refused[]): string[][] {
  const noStep = refused.filter(({ reasons }) => reasons.every(({ code }) => code === 'no-such-step'));
  const unmet = refused.filter((event) => !noStep.includes(event));
  return [
    ...unmet.flatMap(({ type, reasons, path }) => [
      ...reasons.map((reason, index) => [index === 0 ? type : '', reasonInWords(reason)]),
      ...(path ? [['', stepsAway(type, path.length)]] : []),
    ]),
    ...(noStep.length === 0 ? [] : [['no step from here', noStep.map(({ type }) => type).join(', ')]]),
    ...noStep.flatMap(({ type, path }) => (path ? [['', `${type}: ${stepsAway(type, path.length)}`]] : [])),
  ];
}

function stepsAway(type: string, steps: number): string {
  return `${steps} ${steps === 1 ? 'step' : 'steps'} away; --why-not ${type} shows the way`;
}

/** A reason with who can change it. */
export function reasonInWords({ detail, who, office }: Refused['reasons'][number]): string {
  return `${detail}${whoCan(who, office)}`;
}

function whoCan(who: string, office: string | undefined): string {
  if (who === 'nobody') return '';
  return ` (${who}${office === undefined ? '' : `, ${office}`} can change it)`;
}

function isNotTheirs({ code }: Refused['reasons'][number]): boolean {
  return code === 'not-yours';
}

function section(title: string, rows: readonly (readonly string[])[], foot?: string): string[] {
  if (rows.length === 0) return [];
  const shown = table(
    [],
    rows.map((row) => ['', ...row]),
  );
  return ['', heading(title), shown, ...(foot === undefined ? [] : [`  ${foot}`])];
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.object({ enum: z.array(z.unknown()).optional() })).default({}),
  required: z.array(z.string()).default([]),
});

/** The fields of an event's data, such as `findingId*: F1 | F2, note`. */
function fieldsOf(schema: unknown): string {
  const read = objectSchema.safeParse(schema);
  if (!read.success) return '';
  const { properties, required } = read.data;
  return Object.entries(properties)
    .map(([name, { enum: choices = [] }]) => {
      const field = required.includes(name) ? `${name}*` : name;
      return choices.length === 0 ? field : `${field}: ${choices.join(' | ')}`;
    })
    .join(', ');
}
