import { z } from 'zod';
import { CannotBeCited } from './cannot-be-cited.ts';

/** The parameters of a query, as a request has them. */
export type Parameters = Readonly<Record<string, string | string[]>>;

/** The parts of a query; parameters without a value count as absent, as they do in requests. */
export function parted(query: string): { readonly path: string; readonly parameters: Parameters } {
  const [path = '', search = ''] = query.split(/\?(.*)/s);
  const given = [...new URLSearchParams(search)].filter(([, value]) => value !== '');
  const byName = Map.groupBy(given, ([name]) => name);
  return {
    path,
    parameters: Object.fromEntries(
      [...byName].map(([name, pairs]) => {
        const values = pairs.map(([, value]) => value);
        return [name, values.length === 1 ? (values[0] ?? '') : values];
      }),
    ),
  };
}

/**
 * The parameters of a query in their shape.
 * @throws CannotBeCited saying what is wrong
 */
export function readParameters<S extends z.ZodType>(parameters: Parameters, schema: S): z.output<S> {
  const read = schema.safeParse(parameters);
  if (read.success) return read.data;
  throw new CannotBeCited(`The query that is cited is wrong. ${z.prettifyError(read.error).replaceAll(/\s+/g, ' ')}`);
}
