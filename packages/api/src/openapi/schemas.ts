import { z } from 'zod';

/** A JSON Schema (2020-12), or a reference to one. */
export type Schema = { readonly [keyword: string]: unknown };

/** Collects the schemas of a document: those with an id become components, and others refer to them. */
export interface Schemas {
  /** The schema as it stands in the document: a reference where it has an id. */
  of(schema: z.ZodType): Schema;
  /** Adds a component under a name of its own, with further keywords. */
  add(name: string, schema: z.ZodType, keywords?: Schema): void;
  components(): Readonly<Record<string, Schema>>;
}

/** Starts with no components. Schemas say what is taken; those of answers leave room for further fields. */
export function collectSchemas(): Schemas {
  const components = new Map<string, Schema>();

  function of(schema: z.ZodType): Schema {
    const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    for (const [name, definition] of Object.entries($defs)) components.set(name, intoComponents(definition));
    return intoComponents(root);
  }

  return {
    of,
    add: (name, schema, keywords = {}) => void components.set(name, { ...of(schema), ...keywords }),
    components: () => Object.fromEntries([...components].sort(([a], [b]) => a.localeCompare(b))),
  };
}

/** A schema whose references lead into the document's components. */
function intoComponents(schema: object): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]: [string, unknown]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : intoComponentsWithin(value),
    ]),
  );
}

function intoComponentsWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(intoComponentsWithin);
  return typeof value === 'object' && value !== null ? intoComponents(value) : value;
}
