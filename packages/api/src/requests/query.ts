import type { Request } from 'express';
import { z } from 'zod';
import { Problem } from '../problems.ts';

/**
 * The query of a request, checked; an empty value counts as absent.
 * @throws Problem `malformed` naming every parameter that is wrong or unknown
 */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const given = Object.fromEntries(Object.entries(request.query).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const wrong = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${key} is not a parameter here`)
      : [`${String(issue.path[0])}: ${issue.message}`],
  );
  throw new Problem('malformed', { detail: `The query is wrong. ${wrong.join('; ')}.` });
}

/** A query parameter that takes several values: separated by commas, or given more than once. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === 'string' ? [given] : given).flatMap((part) => part.split(',')))
  .pipe(z.array(z.string().min(1).max(200)).min(1).max(100));
