import type { Asked } from '../instants.ts';
import { type PartAsked, type PlacedRow, totalSeen } from '../keyset.ts';
import type { Source } from '../source.ts';
import type { LossQuery } from './closure-query.ts';
import { closuresAt } from './closures-at.ts';
import { countAt } from './columns/count-at.ts';
import { lossesAt } from './columns/losses-at.ts';
import { type LossesInUnit, lossesInUnits, reportsOf } from './lost-capacity.ts';
import type { ClosureLossesAnswer } from './lost-capacity-answer.ts';

/** One page of what was reported lost, and how much there is; null where that was not asked. */
export interface LossPage {
  readonly items: ClosureLossesAnswer[];
  readonly total: number | null;
  /** The place after the last item; absent on the last page. */
  readonly next?: PlacedRow['place'];
}

/** What the list of reported losses is asked: everything but the instants and the part of it. */
export type LossesAsked = Omit<LossQuery, 'asOf' | 'knownAt' | 'cursor' | 'limit' | 'total'>;

/** A page of what was reported lost in the closures that fit the filters, in the order of mines and cycles, counted as the statistics count it. */
export function pageOfLosses(
  source: Source,
  { each, unit, counted, ...filters }: LossesAsked,
  { limit, after, isCounted }: PartAsked,
  asked: Asked,
): LossPage {
  const closed = lossesAt(countAt(source, filters, asked), source.database.procedures.known());
  const fitting = lossesInUnits(closed).filter(
    (one) => (!unit || unit.includes(one.unit)) && (!counted || counted.includes(one.counted)),
  );
  const listed = each === 'closure' ? fitting : fitting.flatMap(oneByOne);
  const first = Number(after?.[0] ?? 0);
  const last = first + limit;
  const { mine } = closuresAt(source);
  return {
    items: listed.slice(first, last).map((one) => {
      const { mineId, cycle } = one.closure;
      const { name, region } = mine(mineId).mine;
      return { mineId, name, region, cycle, unit: one.unit, counted: one.counted, reports: reportsOf(one) };
    }),
    total: isCounted ? listed.length : totalSeen(listed, { after, limit }),
    ...(last < listed.length && { next: [last] }),
  };
}

function oneByOne(one: LossesInUnit): LossesInUnit[] {
  return one.losses.map((loss) => ({ ...one, losses: [loss] }));
}
