import type { Request } from 'express';
import { Problem } from '../problems.ts';

/** Deeper JSON is nobody's event. */
const MAX_DEPTH = 64;

/** The text of a body as it was sent. @throws Problem `malformed` when it is missing or not UTF-8 */
export function textOf(request: Request): string {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new Problem('malformed', { detail: 'The request has no body; send JSON.' });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Problem('malformed', { detail: 'The body is not UTF-8.' });
  }
}

/**
 * Parses JSON that someone sent.
 * @throws Problem `malformed` when it is no JSON, is nested too deeply, or has `__proto__` as a key
 */
export function parseJson(text: string): unknown {
  const value = parsed(text);
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: inner, depth } = next;
    if (typeof inner !== 'object' || inner === null) continue;
    if (depth > MAX_DEPTH)
      throw new Problem('malformed', { detail: `The JSON is nested more than ${MAX_DEPTH} levels deep.` });
    if (Object.hasOwn(inner, '__proto__'))
      throw new Problem('malformed', { detail: 'The JSON has `__proto__` as a key.' });
    for (const item of Object.values(inner)) open.push({ value: item, depth: depth + 1 });
  }
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('malformed', {
      detail: `The body is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`,
    });
  }
}
