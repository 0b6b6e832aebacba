import { type EventType, eventSchemas, region } from '@rectify/engine/rectification';
import type { Words } from '@rectify/words';
import { z } from 'zod';
import { code, or, table } from '../markdown.ts';

/** A part of a JSON Schema, as far as it is said in words. */
const schemaPart = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  'x-input': z.string().optional(),
  'x-of': z.string().optional(),
  pattern: z.string().optional(),
});

/** What an id or code is chosen among, by what it names. */
const chosen: Readonly<Record<string, string>> = {
  inspection: 'the inspection under way',
  finding: 'a finding of the mine',
  check: 'a check of the procedure',
  requirement: 'a requirement of the procedure',
  licence: 'a licence of the mine',
  letter: 'a guarantee letter of the mine',
  direction: 'the power direction in force',
  appeal: 'a pending appeal of the mine',
  approval: 'a request that waits for an answer',
  procedure: 'a procedure version',
};

const { pattern: regionPattern } = schemaPart.parse(z.toJSONSchema(region));

/** The fields of an event type's data as a table. */
export function fieldsOf(type: EventType, words: Words): string {
  const { properties = {}, required } = schemaPart.parse(
    z.toJSONSchema(eventSchemas[type], { io: 'input', unrepresentable: 'any' }),
  );
  return table(
    ['Field', 'Meaning', 'Value', 'Required'],
    Object.entries(properties).map(([field, schema]) => [
      code(field),
      words.field(field, type),
      valueInWords(schema, field, words),
      required.includes(field) ? 'yes' : 'no',
    ]),
  );
}

function valueInWords(schema: unknown, field: string, words: Words): string {
  const part = schemaPart.parse(schema);
  if (part.enum) return or(part.enum.map((value) => `${code(value)} (${words.option(field, value)})`));
  switch (part['x-input']) {
    case 'new-id':
      return 'a new id';
    case 'choose':
      return chosen[part['x-of'] ?? ''] ?? 'an id';
    case 'code':
      return 'a code of the procedure’s list; any code where it lists none';
    case 'document':
      return 'a document, by its name and fingerprint (SHA-256)';
    case 'text':
      return 'text';
    default:
      return plainValue(part, field, words);
  }
}

function plainValue(part: z.infer<typeof schemaPart>, field: string, words: Words): string {
  if (part.anyOf) return or([...new Set(part.anyOf.map((each) => valueInWords(each, field, words)))]);
  if (part.const === true) return 'yes';
  if (part.format === 'date') return 'a day';
  if (part.format === 'date-time') return 'an instant';
  switch (part.type) {
    case 'array':
      return `a list, of each: ${valueInWords(part.items, field, words)}`;
    case 'object':
      return inside(part, words);
    case 'boolean':
      return 'yes or no';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    default:
      return stringInWords(part.pattern);
  }
}

function stringInWords(pattern: string | undefined): string {
  if (pattern === regionPattern) return 'a region by its ISO 3166-2 code';
  return pattern?.startsWith('^[\\p{L}') ? 'an id' : 'a line of text';
}

function inside({ properties = {}, required }: z.infer<typeof schemaPart>, words: Words): string {
  const fields = Object.entries(properties).map(
    ([field, schema]) =>
      `${code(field)} ${words.field(field).toLowerCase()}: ${valueInWords(schema, field, words)}${required.includes(field) ? '' : ', if known'}`,
  );
  return fields.length === 0 ? 'named values' : fields.join('; ');
}
