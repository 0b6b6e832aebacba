import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FoldedMine, milliseconds, waitingOn } from '@rectify/engine/rectification';
import { casesOf } from '../closures/cases-of-mine.ts';
import type { ReadDatabase } from '../read-database.ts';
import { standingColumns } from '../status/standing-columns.ts';
import { type Learnt, learntIn } from '../timeline/recording.ts';
import { foldFor, type Viewer, visibleFacts } from '../viewer.ts';
import type { ChangedBy } from './citation-answer.ts';

/** So many events are named at most. */
const MOST_NAMED = 500;

/** Mines looked at before the event loop turns. */
const MINES_A_TURN = 20;

/** What was put on record since a citation, which knew what was recorded by `from`, and until `to`. */
export interface Since {
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  /** Whether the figure tells whom mines wait for: requests under four eyes then count. */
  readonly ofWaiting: boolean;
}

/**
 * The mines of which anything was put on record in that time that says something about the world until the instant: found in an index.
 */
export function minesLearntOf({ recordings }: ReadDatabase, since: Since): readonly string[] {
  return recordings.minesLearntOf(learntSince(since));
}

function learntSince({ asOf, from, to, ofWaiting }: Since): Learnt {
  return { from: milliseconds(from), to: milliseconds(to), until: milliseconds(asOf), requests: ofWaiting };
}

/**
 * The events put on record in that time by which one of the mines stood otherwise at the instant, in what lists filter by or figures are made of; of a mine
 * that is cited itself, in anything.
 */
export async function changesOf(
  live: () => ReadDatabase,
  mineIds: readonly string[],
  since: Since,
  { viewer, whole }: { readonly viewer: Viewer; readonly whole: boolean },
): Promise<{ readonly changedBy: ChangedBy[]; readonly more: boolean }> {
  const changedBy: ChangedBy[] = [];
  for (const [index, mineId] of mineIds.entries()) {
    if (index > 0 && index % MINES_A_TURN === 0) await nextTurn();
    const all = live().facts.ofMine(mineId);
    for (const { fact, amends, reaches } of learntIn(visibleFacts(viewer, all), learntSince(since))) {
      const stoodAfter = (revision: number) => {
        const known = all.filter((one) => one.revision <= revision);
        return asItCounts(foldFor(viewer, known, { asOf: since.asOf }), since.asOf, whole);
      };
      if (stoodAfter(fact.revision - 1) === stoodAfter(fact.revision)) continue;
      if (changedBy.length === MOST_NAMED) return { changedBy, more: true };
      changedBy.push({
        mineId,
        eventId: fact.eventId,
        type: fact.type,
        kind: amends === 'corrected' ? 'corrected' : reaches === null ? 'request' : 'late',
        reason: fact.type === 'FactCorrected' ? fact.data.reason : null,
        occurredAt: fact.occurredAt,
        recordedAt: fact.recordedAt,
      });
    }
  }
  return { changedBy, more: false };
}

function asItCounts(folded: FoldedMine | undefined, asOf: string, whole: boolean): string {
  if (!folded) return '';
  const { mine, value } = folded;
  if (whole) return JSON.stringify([value, { ...mine, procedure: null }, waitingOn(value, mine)]);
  const { changed: _, ...standing } = standingColumns(folded);
  return JSON.stringify([standing, waitingOn(value, mine), casesOf(folded, asOf)]);
}
