import { setImmediate as nextTurn } from 'node:timers/promises';
import { type MigrationPreview, previewMigration } from '@rectify/engine';
import { type Procedure, procedureName } from '@rectify/engine/rectification';
import { paged } from '../cursor.ts';
import type { ReadDatabase } from '../read-database.ts';
import { minesInOpenCycles } from './open-cycles.ts';
import type { MigrationPreviewList, PreviewCounts, PreviewQuery } from './preview-answer.ts';

/** Mines previewed before the event loop turns; no more are in memory at once. */
const MINES_A_TURN = 100;

/**
 * What moving every open cycle to a procedure would change: the counts of all on the first page, and a page of the cases in the order
 * of their mines. One instant, the first page's, holds for all pages.
 * @throws InvalidCursor, ForeignCursor
 */
export async function listPreviews(
  live: () => ReadDatabase,
  to: Procedure,
  { outcome, limit, cursor }: PreviewQuery,
  asked: { readonly now: string },
): Promise<MigrationPreviewList> {
  const procedure = procedureName(to);
  const { after, now, next } = paged({ store: live().storeId, of: `previews/${procedure}` }, cursor, asked.now);
  const position = live().position() ?? null;
  const counts = after ? undefined : noneCounted();
  const items: MigrationPreview[] = [];
  let more = false;
  for await (const preview of previews(live, to, now, after && String(after[0]))) {
    if (counts) count(counts, preview);
    if (!outcome.includes(preview.outcome)) continue;
    more = items.length === limit;
    if (!more) items.push(preview);
    else if (!counts) break;
  }
  const last = items.at(-1);
  return {
    procedure,
    counts: counts ?? null,
    items,
    ...next(more && last ? [last.mineId] : undefined),
    position,
  };
}

async function* previews(
  live: () => ReadDatabase,
  to: Procedure,
  now: string,
  after: string | undefined,
): AsyncGenerator<MigrationPreview> {
  let last = after;
  for (;;) {
    const mines = minesInOpenCycles(live(), last, MINES_A_TURN);
    for (const folded of mines) {
      const preview = previewMigration(folded, to, { now, procedures: live().procedures.known() });
      if (preview) yield preview;
    }
    last = mines.at(-1)?.mine.mineId;
    if (mines.length < MINES_A_TURN) return;
    await nextTurn();
  }
}

/** Counts under way. */
type Counting = { -readonly [K in keyof PreviewCounts]: PreviewCounts[K] };

function noneCounted(): Counting {
  const none = { openCycles: 0, changes: 0, unchanged: 0, cannotMove: 0, underItAlready: 0, overdueAtOnce: 0 };
  return { ...none, newlyUnmet: {}, newlyMet: {} };
}

const countOf = {
  changes: 'changes',
  unchanged: 'unchanged',
  'cannot-move': 'cannotMove',
  'under-it-already': 'underItAlready',
} as const;

function count(counts: Counting, { outcome, requirements, checks, deadlines }: MigrationPreview): void {
  counts.openCycles += 1;
  counts[countOf[outcome]] += 1;
  if (deadlines.some(({ becomes }) => becomes === 'overdue')) counts.overdueAtOnce += 1;
  for (const { newlyUnmet, newlyMet } of [requirements, checks]) {
    for (const code of newlyUnmet) counts.newlyUnmet[code] = (counts.newlyUnmet[code] ?? 0) + 1;
    for (const code of newlyMet) counts.newlyMet[code] = (counts.newlyMet[code] ?? 0) + 1;
  }
}
