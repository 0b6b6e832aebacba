import type { Fault } from '@rectify/engine';
import type { z } from 'zod';
import { Problem } from '../problems.ts';

/** What someone sent, checked. @throws Problem `invalid` with a JSON pointer (RFC 6901) to everything that is wrong */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.flatMap((issue) => {
    const pointer = pointerTo(issue.path);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer + pointerTo([key]), detail: 'is not a known field' }))
      : [{ pointer, detail: issue.message }];
  });
  throw invalid(errors);
}

/** The problem of content that is not valid, with where and why. */
export function invalid(errors: readonly Fault[]): Problem {
  const [first] = errors;
  const more = errors.length > 1 ? ` And ${errors.length - 1} more, see errors.` : '';
  const detail = first
    ? `${first.pointer === '' ? 'The body' : first.pointer}: ${first.detail}.${more}`
    : 'The content is not valid.';
  return new Problem('invalid', { detail, errors: [...errors] });
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
