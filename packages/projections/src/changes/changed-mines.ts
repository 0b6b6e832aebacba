import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { beginningsTable, LENGTHS } from '../as-of/lengths.ts';
import { lasts } from '../as-of/mine-versions.ts';
import { isVersionAt, type Point, pointOf } from '../as-of/version-at.ts';
import { allOf, joined, type PlacedRow, pageOf, type Sql, sql } from '../keyset.ts';
import { mineIdIn } from '../mine-ids.ts';
import { oneOf } from '../status/mine-conditions.ts';
import { type ChangeKind, changeKind } from './change-kind.ts';
import type { ChangesQuery } from './changes-query.ts';
import type { Period } from './period.ts';

/** A mine that changed, and how. */
export interface ChangedMine {
  readonly mineId: string;
  readonly kinds: readonly ChangeKind[];
}

/** Which of the mines that changed are asked for. */
export type ChangeFilters = Pick<ChangesQuery, 'region' | 'campaign' | 'kind'>;

/** Mines that changed in a period, found and counted in the tables of versions, closures and facts: none is folded. */
export interface ChangedMines {
  page(after: PlacedRow['place'] | undefined, limit: number): readonly (ChangedMine & Pick<PlacedRow, 'place'>)[];
  /** How many there are, and in each way, the filter by kind left out of the latter. */
  count(): { readonly total: number; readonly counts: Record<ChangeKind, number> };
}

const kinds = changeKind.options;

/** The mines that changed in a period and fit. */
export function changedMines(db: DatabaseSync, period: Period, filters: ChangeFilters): ChangedMines {
  const from = mineKinds(period, filters);
  const where = filters.kind ? sql(filters.kind.map((kind) => `m.${kind}`).join(' or ')) : sql('true');
  return {
    page(after, limit) {
      const columns = ['m.mine_id', ...kinds.map((kind) => `m.${kind}`)].join(', ');
      const listing = { columns, from, where, sortKey: sql('m.mine_id'), descending: false, ties: ['m.mine_id'] };
      return pageOf(db, listing, after, limit).map(({ row, place }) => ({
        mineId: mineIdIn(row),
        kinds: kinds.filter((kind) => row[kind] === 1),
        place,
      }));
    },
    count() {
      const sums = kinds.map((kind) => `coalesce(sum(m.${kind}), 0) as ${kind}`).join(', ');
      const query = `select count(*) filter (where ${where.sql}) as total, ${sums} from ${from.sql}`;
      const row = db.prepare(query).get(...where.params, ...from.params);
      const { total, ...counts } = z.object({ total: z.number() }).catchall(z.number()).parse(row);
      return { total, counts: z.record(changeKind, z.number()).parse(counts) };
    },
  };
}

/** Every mine in which something happened, or became known, as `m`, with 1 or 0 in a column for each kind. */
function mineKinds(period: Period, { region, campaign }: ChangeFilters): Sql {
  const before = pointOf(period.before);
  const after = pointOf(period.after);
  const touched = period.axis === 'world' ? happenedTo(period, after) : learntOf(period, after);
  const stood = isVersionAt('b', before);
  const stands = isVersionAt('a', after);
  const fits = allOf([
    stands,
    ...(region ? [oneOf('a.region', region)] : []),
    ...(campaign ? [oneOf('stands.campaign', campaign)] : []),
  ]);
  const closed = closureNewly('begun', before, after);
  const ended = (['reopened', 'withdrawn', 'quashed'] as const).map(
    (outcome) => [outcome, closureNewly(outcome, before, after)] as const,
  );
  const named = kinds.filter((kind) => kind !== 'other');
  return joined([
    sql(`(select *, not (${named.join(' or ')}) as other from (select t.mine_id, b.mine_id is null as registered,`),
    closed,
    sql('as closed,'),
    ...ended.flatMap(([outcome, newly]) => [newly, sql(`as ${outcome},`)]),
    sql(`stands.state = 'decommissioned' and stood.state is not 'decommissioned' as decommissioned,
      stood.state is not null and stands.state <> stood.state as moved, t.corrected, t.backdated from (`),
    touched,
    sql(') t join mine_versions a on a.mine_id = t.mine_id join standings stands on stands.standing = a.standing and'),
    fits,
    sql('left join mine_versions b on b.mine_id = t.mine_id and'),
    stood,
    sql('left join standings stood on stood.standing = b.standing)) m'),
  ]);
}

/** What happened is what versions begin with. */
function happenedTo({ from, to }: Period, { known }: Point): Sql {
  const beginnings = LENGTHS.map((length) => ({ length, after: from, until: to }));
  const { sql: table, params } = beginningsTable(beginnings);
  return sql(
    `select distinct v.mine_id, 0 as corrected, 0 as backdated from ${table} cross join mine_versions v
     where ${lasts('v.')} = k.key and v.valid_from > k.value ->> 0 and v.valid_from <= k.value ->> 1
       and v.known_from <= ? and v.known_to > ?`,
    ...params,
    known,
    known,
  );
}

/** What was put on record and says something about the world until the instant, or about nothing in it. */
function learntOf({ from, to }: Period, { at }: Point): Sql {
  return sql(
    `select mine_id, max(amends is 'corrected') as corrected, max(amends is 'backdated') as backdated from recordings
     where recorded > ? and recorded <= ? and (reaches is null or reaches <= ?) group by mine_id`,
    from,
    to,
    at,
  );
}

/** Whether a closure of `t` had begun, or ended in a way, after and not before. */
function closureNewly(what: 'begun' | 'reopened' | 'withdrawn' | 'quashed', before: Point, after: Point): Sql {
  const holds = (alias: string, { at, known }: Point) => {
    const recorded = sql(`${alias}.known_from <= ? and ${alias}.known_to > ?`, known, known);
    if (what === 'begun') return allOf([recorded, sql(`${alias}.since <= ?`, at)]);
    return allOf([recorded, sql(`${alias}.until <= ? and ${alias}.outcome = ?`, at, what)]);
  };
  return joined([
    sql('exists (select 1 from closures c where c.mine_id = t.mine_id and'),
    holds('c', after),
    sql('and not exists (select 1 from closures o where o.mine_id = c.mine_id and o.event_id = c.event_id and'),
    holds('o', before),
    sql('))'),
  ]);
}
