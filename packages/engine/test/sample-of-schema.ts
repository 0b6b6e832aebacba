type Schema = { readonly [keyword: string]: unknown };

/**
 * One value that a JSON Schema of event data allows: required properties only, defaults where there are, different choices in the items
 * of a list. `eventId` stands for an event to correct.
 */
export function sampleOf(schema: unknown, eventId: string, item = 0): unknown {
  if (!isSchema(schema)) throw new Error(`no schema: ${JSON.stringify(schema)}`);
  if ('default' in schema) return schema.default;
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[item % schema.enum.length];
  if (Array.isArray(schema.anyOf)) return sampleOf(schema.anyOf.at(-1), eventId, item);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, eventId, item);
    case 'array':
      return Array.from({ length: Number(schema.minItems) }, (_, index) => sampleOf(schema.items, eventId, index));
    case 'number':
    case 'integer':
      return 1;
    case 'string':
      return textOf(schema, eventId);
    default:
      throw new Error(`no sample for ${JSON.stringify(schema)}`);
  }
}

function objectOf({ properties, required }: Schema, eventId: string, item: number): unknown {
  const names: unknown[] = Array.isArray(required) ? required : [];
  const parts = isSchema(properties) ? Object.entries(properties) : [];
  return Object.fromEntries(
    parts.filter(([name]) => names.includes(name)).map(([name, part]) => [name, sampleOf(part, eventId, item)]),
  );
}

function textOf({ format, pattern }: Schema, eventId: string): string {
  const candidates = [
    ...(format === 'uuid' ? [eventId] : []),
    'sample',
    'd'.repeat(64),
    'CN-GZ',
    '2099-12-31',
    '2018-11-01T00:00:00Z',
  ];
  const fits = typeof pattern === 'string' ? new RegExp(pattern, 'u') : /^/;
  const found = candidates.find((candidate) => fits.test(candidate));
  if (found === undefined) throw new Error(`no sample for the pattern ${String(pattern)}`);
  return found;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
