import { type Instants, milliseconds } from '@rectify/engine/rectification';
import { type Sql, sql } from '../keyset.ts';
import { FOREVER } from './knowledge.ts';

/** An instant in the world, and one on record, in milliseconds. */
export interface Point {
  readonly at: number;
  readonly known: number;
}

/** The point of a question; all that happened, or is known, where that is not asked. */
export function pointOf({ asOf, knownAt }: Instants): Point {
  return {
    at: asOf === undefined ? FOREVER - 1 : milliseconds(asOf),
    known: knownAt === undefined ? FOREVER - 1 : milliseconds(knownAt),
  };
}

/** Whether a row of the versions of mines, under an alias, is the one of a point. */
export function isVersionAt(alias: string, { at, known }: Point): Sql {
  return sql(
    `${alias}.valid_from <= ? and ${alias}.known_from <= ? and ${alias}.known_to > ?
      and not (${alias}.next_from <= ? and ${alias}.next_known <= ?)`,
    at,
    known,
    known,
    at,
    known,
  );
}
