import { apply, type Fact, type FoldedMine, fold, isInOrder, type Procedures } from '@rectify/engine/rectification';
import { followKnown, type KnownMine, rewriteKnown } from './as-of/versions.ts';

/** Where a fact is folded: what is known of its mine, and its facts so far, this one included. */
export interface FoldingFact {
  readonly known: KnownMine;
  readonly history: () => readonly Fact[];
  readonly procedures: Procedures;
}

/**
 * A mine with one more fact, and what is known of it with that; one that is backdated, or corrects others, folds the mine's history anew.
 * @throws NotRegistered
 */
export function foldFact(
  before: FoldedMine | undefined,
  fact: Fact,
  { known, history, procedures }: FoldingFact,
): FoldedMine {
  if (!before || isInOrder(before, fact)) {
    const after = apply(before, fact);
    followKnown(known, before, after, fact, procedures);
    return after;
  }
  const facts = history();
  const after = fold(facts) ?? apply(undefined, fact);
  rewriteKnown(known, after, facts, fact, procedures);
  return after;
}
