import type { DatabaseSync } from 'node:sqlite';
import { milliseconds } from '@rectify/engine/rectification';
import { type Asked, instantOf } from '../instants.ts';
import { allOf, type PartAsked, type PlacedRow, pageOf, type Sql, sql, totalSeen } from '../keyset.ts';
import type { Source } from '../source.ts';
import { mineConditions, oneOf } from '../status/mine-conditions.ts';
import { beenIn } from './been-in-state.ts';
import type { ListedClosure } from './closure-answer.ts';
import type { ClosureFilters, ClosureListFilters, ClosureSort, Lacking } from './closure-query.ts';
import { CLOSURE_ID, closureId, closuresAt } from './closures-at.ts';
import { totalOfClosures } from './count-closures.ts';
import { listClosuresOf } from './describe-closure.ts';
import { watchedConditions } from './watched.ts';

/** One page of closures out of a read database, and how many there are; null where that was not counted. */
export interface ClosurePage {
  readonly items: ListedClosure[];
  readonly total: number | null;
  /** The place after the last item; absent on the last page. */
  readonly next?: PlacedRow['place'];
}

/** A page of the closures that fit the filters, after a place in their order. */
export function pageOfClosures(
  source: Source,
  filters: ClosureListFilters,
  { sort, limit, after, isCounted }: PartAsked & { readonly sort: ClosureSort },
  asked: Asked,
): ClosurePage {
  const at = instantOf(asked);
  const { from, mine } = closuresAt(source);
  const listing = {
    columns: CLOSURE_ID,
    from,
    where: allOf(listConditions(source, filters, milliseconds(at))),
    sortKey: sortKeyOf(sort, milliseconds(at)),
    descending: sort.startsWith('-'),
    ties: ['c.mine_id', 'c.cycle'],
  };
  const rows = pageOf(source.database.db, listing, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.flatMap(({ row }) => {
      const { mine_id, cycle } = closureId.parse(row);
      return listClosuresOf(mine(mine_id), at).filter((closure) => closure.cycle === cycle);
    }),
    total: isCounted ? totalOfClosures(source, filters, listing, milliseconds(at)) : totalSeen(rows, { after, limit }),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };
}

/** The filters of the list of closures as conditions on `ClosuresAt`; `at` in milliseconds. */
export function listConditions(
  source: Source,
  { been, watchedOn, longerThan, upTo, resolution, ...filters }: ClosureListFilters,
  at: number,
): Sql[] {
  const watched = watchedConditions({ watchedOn, longerThan, upTo, resolution, from: filters.from }, at);
  const conditions = [...closureConditions(source.database.db, filters, at), ...watched];
  if (!been) return conditions;
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  return [...conditions, beenIn(source, been, at, from)];
}

/** The filters of closures as conditions on `ClosuresAt`; `at` in milliseconds. */
export function closureConditions(
  db: DatabaseSync,
  { campaign, cycle, ...filters }: ClosureFilters,
  at: number,
): Sql[] {
  const { ongoing, outcome, grounds, orderedBy, procedure, origin, letter, power, capacity, without, from } = filters;
  const conditions = [
    ...mineConditions(db, filters, at).values(),
    campaign && oneOf('c.campaign', campaign),
    cycle === undefined ? undefined : sql('c.cycle = ?', cycle),
    ongoing === undefined ? undefined : sql(ongoing ? 'c.until is null' : 'c.until is not null'),
    outcome && oneOf('c.outcome', outcome),
    grounds && oneOf('c.grounds', grounds),
    orderedBy && oneOf('c.ordered_by', orderedBy),
    procedure && oneOf('iif(c.cycle = m.cycle, m.procedure, c.procedure)', procedure),
    origin && oneOf('c.origin', origin),
    letter === undefined ? undefined : sql('c.letter = ?', letter ? 1 : 0),
    power === undefined ? undefined : sql('c.power = ?', power ? 1 : 0),
    capacity && oneOf('c.capacity', capacity),
    ...(without ?? []).map((what) => sql(`${lackingColumn[what]} is null`)),
    from === undefined ? undefined : sql('coalesce(c.until, ?) > ?', at, milliseconds(from)),
  ];
  return conditions.filter((condition) => condition !== undefined);
}

const lackingColumn: Readonly<Record<Lacking, string>> = {
  campaign: 'c.campaign',
  grounds: 'c.grounds',
  orderedBy: 'c.ordered_by',
  origin: 'c.origin',
};

function sortKeyOf(sort: ClosureSort, at: number): Sql {
  switch (sort) {
    case 'mineId':
    case '-mineId':
      return sql('c.mine_id');
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
      return sql('c.since');
    case 'until':
    case '-until':
      return sql('c.until');
    case 'days':
    case '-days':
      return sql('max(coalesce(c.until, ?) - c.since, 0)', at);
    case 'waitingOn':
    case '-waitingOn':
      return sql("(m.waiting_on || '/' || coalesce(m.office, ''))");
    case 'lastChange':
    case '-lastChange':
      return sql('m.changed');
  }
}
