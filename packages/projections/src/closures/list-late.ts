import type { FoldedMine } from '@rectify/engine/rectification';
import { milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { pointOf } from '../as-of/version-at.ts';
import { type Asked, instantOf } from '../instants.ts';
import { allOf, joined, type PartAsked, type PlacedRow, pageOf, sql, totalOf, totalSeen } from '../keyset.ts';
import type { Source } from '../source.ts';
import { oneOf } from '../status/mine-conditions.ts';
import type { LateFilters } from './closure-query.ts';
import { closuresAt } from './closures-at.ts';
import type { LateDeadline } from './late-answer.ts';
import { listConditions } from './list-closures.ts';
import { passedOfOffices } from './told-tables.ts';

/** One page of deadlines out of a read database, and how many there are; null where that was not counted. */
export interface LatePage {
  readonly items: LateDeadline[];
  readonly total: number | null;
  /** The place after the last item; absent on the last page. */
  readonly next?: PlacedRow['place'];
}

/** What names a deadline: columns to select. */
const LATE_ID = 'l.mine_id, l.place';

const lateId = z.object({ mine_id: z.string(), place: z.number() });

/** A page of the deadlines of offices that passed in the closures that fit the filters, the latest first. */
export function pageOfLate(
  source: Source,
  filters: LateFilters,
  { limit, after, isCounted }: PartAsked,
  asked: Asked,
): LatePage {
  const { db } = source.database;
  const { mine } = closuresAt(source);
  const listing = {
    columns: LATE_ID,
    ...lateListing(source, filters, instantOf(asked)),
    sortKey: sql('l.occurred'),
    descending: true,
    ties: ['l.mine_id', 'l.place'],
  };
  const rows = pageOf(db, listing, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.flatMap(({ row }) => {
      const { mine_id, place } = lateId.parse(row);
      return describeLate(mine(mine_id), place);
    }),
    total: isCounted ? totalOf(db, listing) : totalSeen(rows, { after, limit }),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };
}

/** Deadlines `l` with their closures, as `ClosuresAt`, as of an instant. */
export function lateListing(source: Source, { late, ...filters }: LateFilters, asOf: string) {
  const { at, known } = pointOf(source.instants);
  const passed = sql(
    'join late_deadlines l on l.mine_id = c.mine_id and l.cycle = c.cycle and l.occurred <= ? and l.known_from <= ? and l.known_to > ?',
    at,
    known,
    known,
  );
  return {
    from: joined([closuresAt(source).from, passed]),
    where: allOf([
      ...listConditions(source, filters, milliseconds(asOf)),
      ...(late === undefined ? [] : [oneOf('l.office', late)]),
    ]),
  };
}

function describeLate({ mine }: FoldedMine, place: number): LateDeadline[] {
  const { mineId, name, region, operator } = mine;
  return passedOfOffices(mine.passed)
    .slice(place, place + 1)
    .map(({ office, cycle, rule, subject, dueOn, occurredAt, recordedAt }) => ({
      ...{ mineId, name, region, operator, cycle, office, rule, subject, dueOn, recordedAt },
      passedAt: occurredAt,
    }));
}
