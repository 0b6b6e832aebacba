import { type Instants, milliseconds } from '@rectify/engine/rectification';
import { type Sql, sql } from '../keyset.ts';
import { FOREVER } from './knowledge.ts';
import { type Beginnings, beginningsAt } from './lengths.ts';

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

/** Where versions of each length begin that may be the one of a point: what is known has happened, so that one goes on up to both of its instants. */
export function beginningsFor({ at, known }: Point): readonly Beginnings[] {
  return beginningsAt(Math.min(at, known), at);
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
