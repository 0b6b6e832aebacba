import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Foreseen, MineInQuestion } from '@rectify/engine';
import { type FoldedMine, milliseconds, statusOf } from '@rectify/engine/rectification';
import { allOf } from '../keyset.ts';
import { mineIdIn } from '../mine-ids.ts';
import type { ReadDatabase } from '../read-database.ts';
import { mineConditions, oneOf } from '../status/mine-conditions.ts';
import type { SelectionFilters } from './campaign-query.ts';
import type { ForeseenCase, ForeseenTally } from './run-answer.ts';

/** Mines looked at before the event loop turns. */
const MINES_A_TURN = 20;

/** Which mines are selected, and what would become of each. */
export interface Selecting {
  /** Asked again for each page: a rebuild puts another in its place. */
  readonly database: () => ReadDatabase;
  readonly filters: SelectionFilters;
  /** The present: what is overdue is compared with it. */
  readonly now: string;
  /** The mine after which to begin; from the first unless given. */
  readonly after?: string | undefined;
  readonly foresee: (mine: MineInQuestion) => Foreseen;
}

/** A selected mine with what is foreseen of it. */
export interface SelectedMine {
  readonly folded: FoldedMine;
  readonly foreseen: Foreseen;
}

/** Goes through the mines that a list with these filters holds, by id, a few at a time: no more of them are ever in memory. */
export async function* selectedMines({
  database,
  filters,
  now,
  after,
  foresee,
}: Selecting): AsyncGenerator<SelectedMine[]> {
  const { mineId, ...others } = filters;
  const where = allOf([
    ...(mineId ? [oneOf('m.mine_id', mineId)] : []),
    ...mineConditions(database().db, others, milliseconds(now)).values(),
  ]);
  let last = after ?? '';
  for (;;) {
    const { db, facts, mines } = database();
    // By the primary key alone, so that each page costs the same wherever it is.
    const rows = db
      .prepare(`select m.mine_id from mines m where m.mine_id > ? and ${where.sql} order by m.mine_id limit ?`)
      .all(last, ...where.params, MINES_A_TURN);
    const selected = rows.flatMap((row) => {
      const folded = mines.get(mineIdIn(row));
      return folded ? [{ folded, foreseen: foresee({ folded, facts: () => facts.ofMine(folded.mine.mineId) }) }] : [];
    });
    if (selected.length > 0) yield selected;
    last = selected.at(-1)?.folded.mine.mineId ?? last;
    if (selected.length < MINES_A_TURN) return;
    await nextTurn();
  }
}

/** A selected mine as answered. */
export function describeForeseen({ folded: { mine, value }, foreseen }: SelectedMine): ForeseenCase {
  const { mineId, name, region } = mine;
  return {
    mineId,
    name,
    region,
    status: statusOf(value.operation),
    outcome: foreseen.outcome,
    ...(foreseen.outcome === 'refused' && { reasons: foreseen.reasons.map((reason) => ({ ...reason })) }),
  };
}

/** Counts selected mines, and fingerprints which they are and in which group each is (SHA-256 over both, by mine). */
export interface Tally {
  add(mine: SelectedMine): void;
  result(): ForeseenTally & { readonly digest: string };
}

/** Starts with nothing counted. */
export function tally(): Tally {
  const hash = createHash('sha256');
  const foreseen = { accepted: 0, needsApproval: 0, refused: 0 };
  const refusedBecause: Record<string, number> = {};
  return {
    add({ folded, foreseen: { outcome, ...why } }) {
      hash.update(`${folded.mine.mineId}\t${outcome}\n`);
      foreseen[outcome === 'needs-approval' ? 'needsApproval' : outcome] += 1;
      const codes = 'reasons' in why ? new Set(why.reasons.map(({ code }) => code)) : [];
      for (const code of codes) refusedBecause[code] = (refusedBecause[code] ?? 0) + 1;
    },
    result: () => ({
      count: foreseen.accepted + foreseen.needsApproval + foreseen.refused,
      foreseen: { ...foreseen },
      refusedBecause: { ...refusedBecause },
      digest: hash.copy().digest('hex'),
    }),
  };
}
