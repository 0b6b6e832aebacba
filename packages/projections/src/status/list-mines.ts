import { milliseconds } from '@rectify/engine/rectification';
import { type Asked, instantOf } from '../instants.ts';
import { allOf, type PartAsked, type PlacedRow, pageOf, type Sql, sql, totalSeen } from '../keyset.ts';
import { mineIdIn } from '../mine-ids.ts';
import type { Source } from '../source.ts';
import { totalOfMines } from './count-mines.ts';
import { describeMine } from './describe-mine.ts';
import type { MineAnswer } from './mine-answer.ts';
import { mineConditions } from './mine-conditions.ts';
import type { MineFilters, MineSort } from './mine-query.ts';
import { minesAt } from './mines-at.ts';

/** One page of mines out of a read database, and how many there are; null where that was not counted. */
export interface MinePage {
  readonly items: MineAnswer[];
  readonly total: number | null;
  /** The place after the last item; absent on the last page. */
  readonly next?: PlacedRow['place'];
}

/** A page of the mines that fit the filters, after a place in their order. */
export function pageOfMines(
  source: Source,
  filters: MineFilters,
  { sort, limit, after, isCounted }: PartAsked & { readonly sort: MineSort },
  asked: Asked,
): MinePage {
  const at = milliseconds(instantOf(asked));
  const { from, mine } = minesAt(source);
  const listing = {
    columns: 'm.mine_id',
    from,
    where: allOf([...mineConditions(source.database.db, filters, at).values()]),
    sortKey: sortKeyOf(sort, at),
    descending: sort.startsWith('-'),
    ties: ['m.mine_id'],
  };
  const rows = pageOf(source.database.db, listing, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ row }) => describeMine(mine(mineIdIn(row)), asked)),
    total: isCounted ? totalOfMines(source, filters, asked) : totalSeen(rows, { after, limit }),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };
}

function sortKeyOf(sort: MineSort, at: number): Sql {
  switch (sort) {
    case 'mineId':
    case '-mineId':
      return sql('m.mine_id');
    case 'name':
    case '-name':
      return sql('m.name');
    case 'region':
    case '-region':
      return sql('m.region');
    case 'status':
    case '-status':
      return sql('m.status_rank');
    case 'since':
    case '-since':
      return sql('m.since');
    case 'days':
    case '-days':
      return sql('max(coalesce(m.until, ?) - m.since, 0)', at);
    case 'waitingOn':
    case '-waitingOn':
      return sql("(m.waiting_on || '/' || coalesce(m.office, ''))");
    case 'nextDeadline':
    case '-nextDeadline':
      return sql('m.due');
    case 'lastChange':
    case '-lastChange':
      return sql('m.changed');
  }
}
