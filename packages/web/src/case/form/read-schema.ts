import { z } from 'zod';
import type { Field, Option } from './field.ts';

/** The keywords of JSON Schema that event schemas are made of, and the `x-` keywords that tell a form how to ask. */
const schemaNode = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  minItems: z.number().optional(),
  maxLength: z.number().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  'x-input': z.string().optional(),
  'x-labels': z.record(z.string(), z.union([z.string(), z.object({ en: z.string(), 'zh-CN': z.string() })])).optional(),
});
type SchemaNode = z.infer<typeof schemaNode>;

/**
 * Reads the fields of a form from the JSON Schema of an event's data. `pointer` leads to the data within what is sent. What cannot be
 * asked for becomes a field of kind `unknown`, so that nothing is left out silently.
 */
export function readSchema(schema: unknown, pointer = '/data'): Field[] {
  const node = schemaNode.safeParse(schema);
  return node.success ? fieldsOf(node.data, pointer) : [];
}

function fieldsOf({ properties = {}, required = [] }: SchemaNode, pointer: string): Field[] {
  return Object.entries(properties).map(([name, schema]) =>
    fieldOf(name, schema, `${pointer}/${name}`, required.includes(name)),
  );
}

function fieldOf(name: string, schema: unknown, pointer: string, required: boolean): Field {
  const parsed = schemaNode.safeParse(schema);
  const common = { name, pointer, required };
  if (!parsed.success) return { ...common, kind: 'unknown' };
  const node = parsed.data;
  if (node['x-input'] === 'new-id' && typeof node.default === 'string')
    return { ...common, kind: 'given', value: node.default };
  if (node['x-input'] === 'document') return { ...common, kind: 'document' };
  if (node.anyOf) return anyOf(common, node.anyOf);
  if (node.enum) return { ...common, kind: 'choice', options: optionsOf(node) };
  switch (node.type) {
    case 'boolean':
      return { ...common, kind: 'yes' };
    case 'number':
    case 'integer': {
      const { minimum: least, maximum: most, exclusiveMinimum: above } = node;
      return { ...common, kind: 'number', whole: node.type === 'integer', above, least, most };
    }
    case 'array':
      return list(common, node);
    case 'object':
      return { ...common, kind: 'group', fields: fieldsOf(node, pointer) };
    case 'string':
      if (node.format === 'date') return { ...common, kind: 'day' };
      if (node.format === 'date-time') return { ...common, kind: 'instant' };
      return {
        ...common,
        kind: node['x-input'] === 'text' ? 'text' : 'line',
        longest: node.maxLength ?? 200,
        mayBeNotStated: false,
        pattern: node.pattern,
      };
    default:
      return { ...common, kind: 'unknown' };
  }
}

/** A day or an instant; else, of several shapes, the one that a person can choose from. */
function anyOf(common: Pick<Field, 'name' | 'pointer' | 'required'>, shapes: readonly unknown[]): Field {
  const nodes = shapes.flatMap((shape) => {
    const parsed = schemaNode.safeParse(shape);
    return parsed.success ? [parsed.data] : [];
  });
  const formats = nodes.map(({ format }) => format);
  if (formats.includes('date') && formats.includes('date-time')) return { ...common, kind: 'day-or-instant' };
  const choice = nodes.find((node) => node.enum);
  return choice ? { ...common, kind: 'choice', options: optionsOf(choice) } : { ...common, kind: 'unknown' };
}

/** Several choices among some; or one row for each thing that can be chosen. */
function list(common: Pick<Field, 'name' | 'pointer' | 'required'>, { items, minItems }: SchemaNode): Field {
  const parsed = schemaNode.safeParse(items);
  if (!parsed.success) return { ...common, kind: 'unknown' };
  const item = parsed.data;
  if (item.enum) return { ...common, kind: 'several', options: optionsOf(item), least: minItems ?? 0 };
  const [of, chosen] =
    Object.entries(item.properties ?? {})
      .map(([name, schema]) => [name, schemaNode.safeParse(schema).data] as const)
      .find(([, node]) => node?.['x-input'] === 'choose') ?? [];
  if (of === undefined || !chosen?.enum) return { ...common, kind: 'unknown' };
  const options = optionsOf(chosen);
  const rows = options.map((_, index) =>
    fieldsOf(item, `${common.pointer}/${index}`).filter(({ name }) => name !== of),
  );
  return { ...common, kind: 'each', of, options, rows };
}

function optionsOf(node: SchemaNode): Option[] {
  return (node.enum ?? []).map((value) => ({ value, label: node['x-labels']?.[value] }));
}
