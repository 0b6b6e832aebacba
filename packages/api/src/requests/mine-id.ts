import { mineId } from '@rectify/engine';
import type { Request } from 'express';
import { Problem } from '../problems.ts';

/** The mine that a request's path names. @throws Problem `not-found` when no mine can have that id */
export function mineIdIn(request: Request): string {
  const read = mineId.safeParse(request.params.mineId);
  if (!read.success) throw noSuchMine();
  return read.data;
}

/** The same for a mine that does not exist and for one that is not the caller's to see. */
export function noSuchMine(): Problem {
  return new Problem('not-found', { detail: 'There is no such mine, or it is not yours to see.' });
}
