import type { FoldedMine, Instants } from '@rectify/engine/rectification';
import { z } from 'zod';
import { pointOf } from '../as-of/version-at.ts';
import { type Sql, sql } from '../keyset.ts';
import type { Source } from '../source.ts';
import { minesAt } from '../status/mines-at.ts';
import { openFor } from './closures-table.ts';

/** The closures of an instant, as `c`, with their mines, as `m`. */
export interface ClosuresAt {
  readonly from: Sql;
  /** The mine of one of them, folded as of and as known at the instants. */
  mine(mineId: string): FoldedMine;
}

/** The closures as they stand now by all that is known, or as they stood by what was known. */
export function closuresAt(source: Source): ClosuresAt {
  const { from, mine } = minesAt(source);
  return { from: withMines(closuresOf(source.instants, true), from), mine };
}

/** What names a closure: columns to select. */
export const CLOSURE_ID = 'c.mine_id, c.cycle';

/** Those columns. */
export const closureId = z.object({ mine_id: z.string(), cycle: z.number() });

/**
 * The closures of an instant, as `c`, for a question that looks for beginnings or ends up to it: an index takes one bound at each end, which is then left to the
 * question. With their mines, as `m`, or without.
 */
export function closuresUpTo(source: Source, { mines }: { readonly mines: boolean }): Sql {
  const closures = closuresOf(source.instants, false);
  return mines ? withMines(closures, minesAt(source).from) : sql(`${closures.sql} c`, ...closures.params);
}

function withMines(closures: Sql, mines: Sql): Sql {
  return sql(`${closures.sql} c join ${mines.sql} on m.mine_id = c.mine_id`, ...closures.params, ...mines.params);
}

/**
 * What had not happened by the instant is left out: a closure that began later, and what came later in one. `ends` is when it ended, even if
 * that was later: as it is kept, so that an index finds it. With a plus before it a column is not looked for by an index.
 */
function closuresOf(instants: Instants, isBound: boolean): Sql {
  const { at, known } = pointOf(instants);
  return sql(
    `(select mine_id, cycle, event_id, since, iif(until <= ?, until, null) as until, until as ends, iif(until <= ?, outcome, null) as outcome,
        campaign, procedure, grounds, ordered_by, origin, coalesce(letter <= ?, 0) as letter, coalesce(power <= ?, 0) as power, capacity,
        ${openFor('')} as open_for
      from closures where ${isBound ? 'since' : '+since'} <= ? and known_from <= ? and known_to > ?)`,
    at,
    at,
    at,
    at,
    at,
    known,
    known,
  );
}
