import type { FoldedMine } from '@rectify/engine/rectification';
import { z } from 'zod';
import { FOREVER } from '../as-of/knowledge.ts';
import { allOf, pageOf, sql } from '../keyset.ts';
import { mineIdIn } from '../mine-ids.ts';
import type { ReadDatabase } from '../read-database.ts';

const OPEN = `c.until is null and c.known_to = ${FOREVER}`;

/** Some mines with an open cycle, in the order of their ids, after one of them. */
export function minesInOpenCycles({ db, mines }: ReadDatabase, after: string | undefined, limit: number): FoldedMine[] {
  const listing = {
    columns: 'c.mine_id',
    from: sql('closures c'),
    where: allOf([sql(OPEN)]),
    sortKey: sql('c.mine_id'),
    descending: false,
    ties: ['c.cycle'],
  };
  // No cycle has a number as high, so that what comes next is another mine.
  const place = after === undefined ? undefined : [after, Number.MAX_SAFE_INTEGER];
  return pageOf(db, listing, place, limit).flatMap(({ row }) => mines.get(mineIdIn(row)) ?? []);
}

const counted = z.array(z.object({ procedure: z.string(), cycles: z.number() }));

/** How many open cycles are pinned to each procedure version. */
export function openCyclesByProcedure({ db }: ReadDatabase): ReadonlyMap<string, number> {
  const rows = db
    .prepare(`select procedure, count(*) as cycles from closures c where ${OPEN} group by procedure`)
    .all();
  return new Map(counted.parse(rows).map(({ procedure, cycles }) => [procedure, cycles]));
}
