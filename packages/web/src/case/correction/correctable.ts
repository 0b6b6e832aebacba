import { eventSchemas } from '@rectify/engine/rectification';
import { z } from 'zod';
import type { MineDetail } from '../../api/answers.ts';
import type { StandingEvent } from '../course.ts';
import type { Field, Option } from '../form/field.ts';
import { readSchema } from '../form/read-schema.ts';

const properties = z.object({
  properties: z.record(z.string(), z.looseObject({ 'x-input': z.string().optional(), 'x-of': z.string().optional() })),
});

interface Offered {
  readonly detail: MineDetail['detail'];
  readonly campaigns: readonly Option[];
}

const ofCode = (value: string): Option => ({ value, label: undefined });

/** What there is to choose from, by what a field is of. */
const chosenAmong: ReadonlyMap<string | undefined, (offered: Offered) => readonly Option[]> = new Map([
  ['campaign', ({ campaigns }) => campaigns],
  ['check', ({ detail }) => detail.checks.map(({ check }) => ofCode(check))],
  ['requirement', ({ detail }) => detail.requirements.map(({ requirement }) => ofCode(requirement))],
]);

/** Whether a recorded event can be corrected at all, also one that was voided: requests, answers to them and corrections cannot. */
export function isCorrectable({ event: { type } }: StandingEvent): boolean {
  return type !== 'FactCorrected' && !type.startsWith('Approval');
}

/** The fields of an event that a correction can change: everything but what identifies things. A campaign is one of `campaigns`. */
export function correctableFields(
  { event: { type } }: StandingEvent,
  { detail }: MineDetail,
  campaigns: readonly Option[],
): Field[] {
  const schema = z.toJSONSchema(eventSchemas[type], { io: 'input', unrepresentable: 'any' });
  const read = properties.safeParse(schema);
  if (!read.success) return [];
  return readSchema(schema, '/patch').flatMap((field): Field[] => {
    const { 'x-input': input, 'x-of': of } = read.data.properties[field.name] ?? {};
    if (input === 'new-id' || field.kind === 'unknown' || field.kind === 'each') return [];
    const chosen = field.name === 'campaignId' ? 'campaign' : input === 'choose' ? of : null;
    if (chosen === null) return [field];
    const options = chosenAmong.get(chosen)?.({ detail, campaigns }) ?? [];
    return options.length === 0
      ? []
      : [{ name: field.name, pointer: field.pointer, required: field.required, kind: 'choice', options }];
  });
}
