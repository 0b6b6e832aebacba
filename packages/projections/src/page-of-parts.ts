import type { DatabaseSync } from 'node:sqlite';
import { allOf, joined, type Listing, type PlacedRow, placedRows, type Sql, type SqlValue, sql } from './keyset.ts';
import { preparedOnce } from './prepared-once.ts';

/** A part of a list that an index gives in order. Together parts are the list, and none of its rows is in two. */
export interface Part {
  readonly where: Sql;
  /** What its rows are selected from, where that is not as in the rest of the list. */
  readonly from?: Sql;
  /** What the index has in its order, where that is not the sort key itself. */
  readonly column?: Sql;
  /** The sort key is this less the column, whose order is then the reverse; without it the two are the same. */
  readonly reckonedFrom?: number;
  /** Which of its rows have a sort key, where that is known: all, all of them the same one, or none. */
  readonly keys?: 'all' | 'same' | 'none';
}

/** All of a list that no index gives in order: all its rows are sorted. */
export const unsorted: readonly Part[] = [{ where: sql('true') }];

/**
 * One page of a list after a place, as `pageOf` of keyset.ts, from as many rows of each of its parts as the page has room for: each is read in the order of an index from where the page
 * begins, so that a page costs the same however far it is from the first.
 */
export function pageOfParts(
  db: DatabaseSync,
  listing: Listing,
  parts: readonly Part[],
  after: PlacedRow['place'] | undefined,
  limit: number,
): PlacedRow[] {
  const { descending, ties } = listing;
  if (parts.length === 0) return [];
  const beginnings = parts.flatMap((part) =>
    stretches(listing, part, after).map((where) => beginning(listing, part, where, limit)),
  );
  const all = beginnings.flatMap((one, index) => (index === 0 ? [one] : [sql('union all'), one]));
  const places = ties.map((_, index) => `tie_${index}`).join(', ');
  const order = `order by sort_key ${descending ? 'desc' : 'asc'} nulls last, ${places} limit ?`;
  const query = joined([sql('select * from ('), ...all, sql(`) ${order}`, limit)]);
  return placedRows(preparedOnce(db, query.sql).all(...query.params), ties.length);
}

/** The first rows of a part that fit the list and a further condition. */
function beginning(
  { columns, from, where, sortKey, descending, ties }: Listing,
  part: Part,
  further: Sql,
  limit: number,
): Sql {
  const places = ties.map((tie, index) => `${tie} as tie_${index}`).join(', ');
  const direction = descending === (part.reckonedFrom === undefined) ? 'desc' : 'asc';
  return joined([
    sql(`select * from (select ${columns},`),
    sortKey,
    sql(`as sort_key, ${places} from`),
    part.from ?? from,
    sql('where'),
    allOf([part.where, further, where]),
    sql('order by'),
    ...(part.keys === 'same' ? [] : [part.column ?? sortKey, sql(`${direction},`)]),
    sql(`${ties.join(', ')} limit ?)`, limit),
  ]);
}

/** What comes after a place in a part, as stretches of an index: the rest of those with the same key, those further on, and those without one. */
function stretches(
  { sortKey, descending, ties }: Listing,
  { column = sortKey, reckonedFrom, keys }: Part,
  after: readonly SqlValue[] | undefined,
): Sql[] {
  const isNull = joined([column, sql('is null')]);
  const mayHave = keys !== 'none';
  const mayLack = keys === undefined || keys === 'none';
  if (!after) {
    if (keys !== undefined) return [mayLack ? isNull : sql('true')];
    return [joined([column, sql('is not null')]), isNull];
  }
  const [key = null, ...tie] = after;
  const tied = sql(`(${ties.join(', ')}) > (${tie.map(() => '?').join(', ')})`, ...tie);
  if (key === null) return mayLack ? [allOf([isNull, tied])] : [];
  const value = reckonedFrom === undefined ? key : reckonedFrom - Number(key);
  const further = descending === (reckonedFrom === undefined) ? '<' : '>';
  const withKey = [allOf([joined([column, sql('= ?', value)]), tied]), joined([column, sql(`${further} ?`, value)])];
  return [...(mayHave ? withKey : []), ...(mayLack ? [isNull] : [])];
}
