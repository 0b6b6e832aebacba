import { FOREVER } from '../as-of/knowledge.ts';
import { pointOf } from '../as-of/version-at.ts';
import { allOf, joined, type Sql, sql } from '../keyset.ts';
import type { Source } from '../source.ts';
import { oneOf } from '../status/mine-conditions.ts';
import { stateOf } from './stretches-table.ts';

/** Of the stretches that were known, those that another takes the place of, which began at the same instant and was known later, are left out. */
const STANDS = `not exists (select 1 from stretches later where later.mine_id = s.mine_id and later.begun = s.begun
  and later.known_from > s.known_from and later.known_from <= ? and later.known_to > ?)`;

/** When the next stretch that was known began. */
const NEXT = `coalesce((select min(next.begun) from stretches next where next.mine_id = s.mine_id and next.begun > s.begun
  and next.known_from <= ? and next.known_to > ?), ${FOREVER})`;

/**
 * Whether a closure `c` of a mine `m` has been in one of these states for any time, up to `at`, and after `from` where that is given, or stands in one: what `closures` of `perState` counts in
 * the statistics. All in milliseconds.
 */
export function beenIn({ instants }: Pick<Source, 'instants'>, states: readonly string[], at: number, from = 0): Sql {
  const { known } = pointOf(instants);
  const end = sql('coalesce(c.until, ?)', at);
  const lasts = joined([sql(`min(${NEXT},`, known, known), end, sql(') > max(c.since, s.begun, ?)', from)]);
  const stretch = allOf([
    sql('s.mine_id = c.mine_id and s.known_from <= ? and s.known_to > ?', known, known),
    oneOf(stateOf('s.'), states),
    joined([sql('s.begun <'), end]),
    sql(STANDS, known, known),
    lasts,
  ]);
  const standsIn = oneOf('m.state', states);
  return sql(
    `exists (select 1 from stretches s where ${stretch.sql}) or (c.until is null and ${standsIn.sql})`,
    ...stretch.params,
    ...standsIn.params,
  );
}
