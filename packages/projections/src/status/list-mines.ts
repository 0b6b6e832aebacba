import { milliseconds } from '@rectify/engine/rectification';
import { type Asked, instantOf } from '../instants.ts';
import { allOf, joined, type PartAsked, type PlacedRow, sql, totalOf, totalSeen } from '../keyset.ts';
import { mineIdIn } from '../mine-ids.ts';
import { pageOfParts, unsorted } from '../page-of-parts.ts';
import { isPresent, type Source } from '../source.ts';
import { totalOfMines } from './count-mines.ts';
import { describeMine } from './describe-mine.ts';
import { fewMines } from './few-mines.ts';
import type { MineAnswer } from './mine-answer.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters, MineSort } from './mine-query.ts';
import { minesAt } from './mines-at.ts';
import { partsOf, sortKeyOf } from './sorted-mines.ts';

/** One page of mines out of a read database, and how many there are; null where that was not counted. */
export interface MinePage {
  readonly items: MineAnswer[];
  readonly total: number | null;
  /** The place after the last item; absent on the last page. */
  readonly next?: PlacedRow['place'];
}

/**
 * A page of the mines that fit the filters, after a place in their order; where mines are `named`, of those alone. Up to `few` that could fit are sorted for it, where more are gone through in their order. Unless they have to be, mines are counted
 * where that takes no longer than the page: of the present, and of words where few could have them.
 */
export function pageOfMines(
  source: Source,
  filters: MineFilters,
  {
    named,
    sort,
    few,
    limit,
    after,
    isCounted,
  }: PartAsked & { readonly named?: readonly string[] | undefined; readonly sort: MineSort; readonly few: number },
  asked: Asked,
): MinePage {
  const at = milliseconds(instantOf(asked));
  const { from: all, mine } = minesAt(source);
  const ids = named
    ? sql('select value as mine_id from json_each(?)', JSON.stringify([...new Set(named)]))
    : fewMines(source, filters, at, few);
  const from = ids
    ? joined([sql(`(${ids.sql}) f cross join`, ...ids.params), all, sql('on m.mine_id = f.mine_id')])
    : all;
  const listing = {
    columns: 'm.mine_id',
    from,
    where: allOf([...mineConditions(source.database.db, filters, at).values()]),
    sortKey: sortKeyOf(sort, at),
    descending: sort.startsWith('-'),
    ties: ['m.mine_id'],
  };
  const parts = ids ? unsorted : partsOf(source, sort, filters, at);
  const rows = pageOfParts(source.database.db, listing, parts, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ row }) => describeMine(mine(mineIdIn(row)), asked)),
    total: total(),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };

  function total(): number | null {
    if (named) return totalOf(source.database.db, listing);
    const isQuick = isPresent(source) && filters.q === undefined;
    if (isCounted || isQuick) return totalOfMines(source, filters, asked);
    return isPresent(source) && ids ? totalOf(source.database.db, listing) : totalSeen(rows, { after, limit });
  }
}
