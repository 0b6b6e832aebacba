import type { DatabaseSync } from 'node:sqlite';
import { type Fact, type FoldedMine, mineStream, type Procedures } from '@rectify/engine/rectification';
import { inserting } from '../as-of/knowledge.ts';
import { insertingVersions, mineVersions } from '../as-of/mine-versions.ts';
import { requestVersions } from '../as-of/request-versions.ts';
import { closures } from '../closures/closures-table.ts';
import { stretches } from '../closures/stretches-table.ts';
import { lateDeadlines, lossReports } from '../closures/told-tables.ts';
import { folding } from '../fold-events.ts';
import { foldFact } from '../fold-fact.ts';
import { wordsTable } from '../status/words-table.ts';
import { type HeldInMemory, heldInMemory, type VersionsInMemory, versionsInMemory } from './held-in-memory.ts';

/** A mine folded from all its facts at once. */
export interface MineFoldedWhole {
  readonly folded: FoldedMine;
  /** What is known of it, to be written. */
  readonly known: {
    readonly versions: VersionsInMemory;
    readonly requests: HeldInMemory;
    readonly closures: HeldInMemory;
    readonly stretches: HeldInMemory;
    readonly late: HeldInMemory;
    readonly losses: HeldInMemory;
  };
}

/** Folds a mine from its facts, in order; undefined if there are none. @throws CannotFold */
export function foldMine(facts: readonly Fact[], procedures: Procedures): MineFoldedWhole | undefined {
  const known = {
    versions: versionsInMemory(mineVersions),
    requests: heldInMemory(requestVersions),
    closures: heldInMemory(closures),
    stretches: heldInMemory(stretches),
    late: heldInMemory(lateDeadlines),
    losses: heldInMemory(lossReports),
  };
  let folded: FoldedMine | undefined;
  for (const [index, fact] of facts.entries()) {
    const history = () => facts.slice(0, index + 1);
    folded = folding({ ...fact, stream: mineStream(fact.mineId) }, () =>
      foldFact(folded, fact, { known, history, procedures }),
    );
  }
  return folded && { folded, known };
}

/** Writes what is known of mines of which nothing is there yet. */
export function writingKnown(db: DatabaseSync): (mine: MineFoldedWhole) => void {
  const writers = [
    [insertingVersions(db), 'versions'],
    [inserting(db, requestVersions), 'requests'],
    [inserting(db, closures), 'closures'],
    [inserting(db, stretches), 'stretches'],
    [inserting(db, lateDeadlines), 'late'],
    [inserting(db, lossReports), 'losses'],
  ] as const;
  const texts = wordsTable(db);
  return ({ folded, known }) => {
    for (const words of known.versions.texts) texts.add(folded.mine.mineId, words);
    for (const [insert, table] of writers) for (const row of known[table].rows) insert(folded.mine.mineId, row);
  };
}
