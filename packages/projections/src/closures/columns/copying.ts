import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { mineIdIn, mineIdsIn } from '../../mine-ids.ts';
import { type Columns, emptyColumns } from './columns.ts';
import { copyMines } from './copy-mines.ts';
import { tidy } from './tidy.ts';

/** Stretches of mines that are copied at once: some milliseconds. */
const STRETCHES_AT_ONCE = 3_000;

/** Facts that are followed at once. */
const FACTS_AT_ONCE = 1_000;

/** A copy of the closures of a read database in memory. */
export interface ColumnsCopied {
  /** Copies some more of what is not copied yet, or is another by now; false when there was nothing left. */
  copySome(): boolean;
  /** All of them as the database is now. */
  current(): Columns;
}

const seqOf = z.object({ seq: z.number() });

/** A copy of the closures of a database, of which nothing is copied yet. Mines of which anything was put on record since are copied again. */
export function columnsCopiedFrom(db: DatabaseSync): ColumnsCopied {
  const columns = emptyColumns();
  /** The last mine that is copied; undefined before the first, null when all are. */
  let copiedTo: string | undefined | null;
  let followedTo = 0;

  function lastSeq(): number {
    return seqOf.parse(db.prepare('select coalesce(max(seq), 0) as seq from facts').get()).seq;
  }

  function copyNext(after: string | undefined): void {
    if (after === undefined) followedTo = lastSeq();
    const further = 'select mine_id from stretches where mine_id > ? order by mine_id limit 1 offset ?';
    const last = db.prepare(further).get(after ?? '', STRETCHES_AT_ONCE);
    const to = last && mineIdIn(last);
    copyMines(db, columns, { after: after ?? '', to });
    copiedTo = to ?? null;
  }

  function follow(to: number): void {
    const changed = db.prepare('select distinct mine_id from facts where seq > ? and seq <= ?').all(followedTo, to);
    copyMines(db, columns, { only: mineIdsIn(changed) });
    tidy(columns);
    followedTo = to;
  }

  function copySome(): boolean {
    if (copiedTo === null) {
      const last = lastSeq();
      if (last === followedTo) return false;
      follow(Math.min(last, followedTo + FACTS_AT_ONCE));
    } else copyNext(copiedTo);
    return true;
  }

  return {
    copySome,
    current() {
      while (copySome());
      return columns;
    },
  };
}
