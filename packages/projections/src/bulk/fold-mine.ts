import { type Fact, type FoldedMine, mineStream, type Procedures } from '@rectify/engine/rectification';
import { valuesIn } from '../as-of/knowledge.ts';
import { mineVersions } from '../as-of/mine-versions.ts';
import { folding, type StandingAsKept, standingAsKept } from '../fold-events.ts';
import { foldFact } from '../fold-fact.ts';
import type { SqlValue } from '../keyset.ts';
import { type Recording, recordingsOf } from '../timeline/recording.ts';
import { stored } from '../timeline/stored-fact.ts';
import { heldInMemory, versionsInMemory } from './held-in-memory.ts';
import { type ByTable, byTable, knownTables } from './known-tables.ts';

const valuesOf = byTable((name) => valuesIn(knownTables[name]));

/** All that the read database keeps of a mine: plain values, so that one thread can make them and another write them. */
export interface MineAsWhole {
  readonly standing: StandingAsKept;
  /** The texts that it is found by. */
  readonly texts: readonly string[];
  /** The rows of each of {@link knownTables}, as values of all columns but the mine. */
  readonly known: ByTable<readonly (readonly SqlValue[])[]>;
  /** What putting each of its facts on record meant, by revision. */
  readonly recordings: readonly (readonly [revision: number, Recording])[];
  /** Its facts as text; none where the read database keeps them already. */
  readonly facts: readonly (readonly [revision: number, seq: number, text: string])[];
}

/** What a mine is folded with. */
export interface FoldingMine {
  readonly procedures: Procedures;
  /** Which one a fact is among all; absent where facts are kept already. */
  readonly seqOf?: ((fact: Fact) => number) | undefined;
}

/** Folds a mine from all its facts, in order; undefined if there are none. @throws CannotFold */
export function foldMine(facts: readonly Fact[], { procedures, seqOf }: FoldingMine): MineAsWhole | undefined {
  const known = { ...byTable((name) => heldInMemory(knownTables[name])), versions: versionsInMemory(mineVersions) };
  let folded: FoldedMine | undefined;
  for (const [index, fact] of facts.entries()) {
    const history = () => facts.slice(0, index + 1);
    folded = folding({ ...fact, stream: mineStream(fact.mineId) }, () =>
      foldFact(folded, fact, { known, history, procedures }),
    );
  }
  if (!folded) return undefined;
  const standing = standingAsKept(folded);
  return {
    standing,
    texts: [...new Set([...known.versions.texts, standing.mine.words])],
    known: byTable((name) => known[name].rows.map(valuesOf[name])),
    recordings: recordingsOf(facts).map(({ fact, ...recording }) => [fact.revision, recording]),
    facts: seqOf ? facts.map((fact) => [fact.revision, seqOf(fact), stored(fact)]) : [],
  };
}
