import {
  type FoldedMine,
  type Mine,
  type Procedures,
  procedureName,
  procedureNamed,
} from '@rectify/engine/rectification';

/** A folded mine as the read database keeps it: its procedure by name. */
interface StoredMine extends Omit<FoldedMine, 'mine'> {
  readonly mine: Omit<Mine, 'procedure'> & { readonly procedure: string };
}

/** A folded mine as text. */
export function stored({ mine, ...folded }: FoldedMine): string {
  const kept: StoredMine = { ...folded, mine: { ...mine, procedure: procedureName(mine.procedure) } };
  return JSON.stringify(kept);
}

/**
 * A folded mine from text that {@link stored} made. It is not checked again: the read database is rebuilt whenever the fold that
 * wrote it is another (see `read-database.ts`).
 */
export function restored(text: string, procedures: Procedures): FoldedMine {
  const { mine, ...folded }: StoredMine = JSON.parse(text);
  return { ...folded, mine: { ...mine, procedure: procedureNamed(procedures, mine.procedure) } };
}
