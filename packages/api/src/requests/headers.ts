import type { Request } from 'express';
import { Problem } from '../problems.ts';

/** The sender's key for an act, from `Idempotency-Key`; undefined without one. @throws Problem `malformed` */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/.test(key)) {
    throw new Problem('malformed', {
      detail: 'Idempotency-Key is 1 to 200 printable ASCII characters, for instance a UUID.',
    });
  }
  return key;
}

/** The revision that the sender last saw, from `If-Match`; undefined without one. @throws Problem `malformed` */
export function expectedRevision(request: Request): number | undefined {
  const header = request.get('if-match');
  if (header === undefined) return undefined;
  const digits = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (digits === undefined) {
    throw new Problem('malformed', {
      detail: 'If-Match is the revision you last saw, in double quotes, for instance "3".',
    });
  }
  return Number(digits);
}
