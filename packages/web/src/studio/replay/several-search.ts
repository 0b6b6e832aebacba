import { z } from 'zod';
import { isKnownAt } from '../../as-of/as-of.ts';
import { millisecondsOf } from '../../case/iso-duration.ts';
import { studioSearch } from '../studio-search.ts';
import { speeds } from '../time/time-search.ts';

/** So many histories are read at once at most. */
export const MOST_MINES = 12;

const text = z.string().optional().catch(undefined);

/** Reads from the address which histories are replayed side by side, and where the replay stands; anything it does not know is left out. */
export const severalSearch = studioSearch.extend({
  /** The mines, with commas between them. */
  mines: text,
  /** The one whose diagram is shown. */
  mine: text,
  /** Where the replay stands: a day or an instant, from the closing a duration; at the end without it. */
  at: z
    .string()
    .refine((value) => isKnownAt(value) || millisecondsOf(value) !== null)
    .optional()
    .catch(undefined),
  align: z.enum(['closing']).optional().catch(undefined),
  /** Steps played a second. */
  speed: z.coerce
    .number()
    .pipe(z.union(speeds.map((speed) => z.literal(speed))))
    .optional()
    .catch(undefined),
});

/** The address of a replay of several histories. */
export type SeveralSearch = z.infer<typeof severalSearch>;

/** The mines that an address names, each once. */
export function minesIn(mines: string | undefined): readonly string[] {
  const named = (mines ?? '').split(/[\s,，]+/).filter((mineId) => mineId !== '');
  return [...new Set(named)];
}

/** The part of an address that names mines; without any there is none. */
export function minesNamed(mineIds: readonly string[]): Pick<SeveralSearch, 'mines'> {
  const once = [...new Set(mineIds)];
  return { mines: once.length === 0 ? undefined : once.join(',') };
}
