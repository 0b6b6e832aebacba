import { milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import type { Asked } from '../instants.ts';
import { type PartAsked, type PlacedRow, totalSeen } from '../keyset.ts';
import type { Source } from '../source.ts';
import type { StayFilters } from './closure-query.ts';
import { closuresAt } from './closures-at.ts';
import { OF_CLOSURE } from './columns/columns.ts';
import { countAt, OF_COUNTED } from './columns/count-at.ts';
import { spanOf } from './spans.ts';
import type { StayAnswer } from './stay-answer.ts';
import { rowsInOrder, type Stay, staysAt } from './stays.ts';
import { watchedSo } from './watched.ts';

/** One page of stays, and how many there are; null where that was not counted. */
export interface StayPage {
  readonly items: StayAnswer[];
  readonly total: number | null;
  /** The place after the last item; absent on the last page. */
  readonly next?: PlacedRow['place'];
}

interface PlacedStay extends Stay {
  readonly mineId: string;
  readonly cycle: number;
}

/** Mine, cycle and beginning of the last stay of the page before. */
const place = z.tuple([z.string(), z.number(), z.number()]);

/**
 * A page of the times that closures stayed in a state, in the order of mines, cycles and time, counted as the statistics count them. Without a count only what the page
 * has room for is looked at.
 */
export function pageOfStays(
  source: Source,
  { stay, goesOn, watchedOn, longerThan, upTo, resolution, ...filters }: StayFilters,
  { limit, after, isCounted }: PartAsked,
  asked: Asked,
): StayPage {
  const counted = countAt(source, filters, asked);
  const { columns, closures } = counted;
  const window = filters.from === undefined ? Number.NEGATIVE_INFINITY : milliseconds(filters.from);
  const staysOf = staysAt(counted, window);
  const isWatched = watchedSo({ watchedOn, longerThan, upTo, resolution }, window);
  const last = after === undefined ? undefined : place.parse(after);
  const found: PlacedStay[] = [];
  let total = 0;
  for (const row of rowsInOrder(counted)) {
    const mineId = columns.mineIds[closures.get(row, OF_COUNTED.mine)] ?? '';
    if (!isCounted && (found.length > limit || (last !== undefined && mineId < last[0]))) continue;
    const cycle = columns.closures.get(closures.get(row, OF_COUNTED.closure), OF_CLOSURE.cycle);
    for (const one of staysOf(row)) {
      if (stay !== undefined && !stay.includes(one.state)) continue;
      if ((goesOn !== undefined && one.goesOn !== goesOn) || !isWatched(one)) continue;
      total += 1;
      const placed = { ...one, mineId, cycle };
      if (found.length <= limit && isBehind(placed, last)) found.push(placed);
    }
  }
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  const { mine } = closuresAt(source);
  return {
    items: shown.map((one) => {
      const { name, region, operator } = mine(one.mineId).mine;
      return { name, region, operator, ...described(one) };
    }),
    total: isCounted ? total : totalSeen(found, { after, limit }),
    ...(found.length > limit && end && { next: [end.mineId, end.cycle, end.since] }),
  };
}

function described({ mineId, cycle, state, since, until, goesOn }: PlacedStay) {
  return {
    ...{ mineId, cycle, state, goesOn },
    since: new Date(since).toISOString(),
    until: goesOn ? null : new Date(until).toISOString(),
    lasted: spanOf(until - since),
  };
}

function isBehind({ mineId, cycle, since }: PlacedStay, last: z.infer<typeof place> | undefined): boolean {
  if (!last) return true;
  const [lastMine, lastCycle, lastSince] = last;
  if (mineId !== lastMine) return mineId > lastMine;
  return cycle === lastCycle ? since > lastSince : cycle > lastCycle;
}
