import type { Person } from '@rectify/engine';
import type { Request } from 'express';
import { type Caller, personOf } from '../auth/claims.ts';
import { idempotencyKey } from './headers.ts';

/** Who acts by a request, and under which key: that of `Idempotency-Key`, else a new one. @throws Problem `malformed` */
export function actOf(
  { request, caller }: { readonly request: Request; readonly caller: Caller },
  newId: () => string,
): { readonly person: Person; readonly commandId: string } {
  return { person: personOf(caller), commandId: idempotencyKey(request) ?? newId() };
}
