import { type Sql, sql } from '../keyset.ts';

/** The shortest stretch of time that lengths tell apart, in milliseconds: an hour. */
const SHORTEST = 3_600_000;

/** Lengths that are told apart: an hour or less, two, four, and so on up to 120 years; and whatever is longer, or has no end. */
const DOUBLINGS = 21;

/** All lengths, the last one endless. */
export const LENGTHS: readonly number[] = Array.from({ length: DOUBLINGS + 1 }, (_, length) => length);

/**
 * How long a stretch between two columns is, in doublings of an hour, as SQL; `isOdd`: rows that count as endless, whatever they say. An index that begins with it finds what goes on at an instant: of
 * stretches of one length it is among those that began no longer ago than that, and at least every other one of these still goes on.
 */
export function lengthOf(from: string, until: string, isOdd = 'false'): string {
  const whens = LENGTHS.slice(0, -1).map(
    (length) => `when ${until} - ${from} <= ${SHORTEST * 2 ** length} then ${length}`,
  );
  return `case when ${isOdd} then ${DOUBLINGS} ${whens.join(' ')} else ${DOUBLINGS} end`;
}

/** Where stretches of one length begin that may go on at an instant: after the first and until the second, in milliseconds. */
export interface Beginnings {
  readonly length: number;
  readonly after: number;
  readonly until: number;
}

/** By length, where stretches begin that may go on at an instant. Endless ones begin at `last` at the latest. */
export function beginningsAt(at: number, last = at): readonly Beginnings[] {
  return LENGTHS.map((length) =>
    length < DOUBLINGS
      ? { length, after: at - SHORTEST * 2 ** length - 1, until: at }
      : { length, after: Number.MIN_SAFE_INTEGER, until: last },
  );
}

/** Beginnings as a table `k` to join: `k.key` is the length, `k.value` holds the two instants. */
export function beginningsTable(beginnings: readonly Beginnings[]): Sql {
  return sql('json_each(?) k', JSON.stringify(beginnings.map(({ after, until }) => [after, until])));
}
