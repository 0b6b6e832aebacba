import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { mineIdsIn } from '../../mine-ids.ts';
import { type Columns, emptyColumns, type WritableColumns } from './columns.ts';
import { copyMines } from './copy-mines.ts';
import { tidy } from './tidy.ts';

/** Stretches of mines that are copied at once: some milliseconds. */
const STRETCHES_AT_ONCE = 10_000;

/** A copy of the closures of a read database in memory. */
export interface ColumnsCopied {
  /** Copies some more of what is not copied yet; false when there was nothing left. */
  copySome(): boolean;
  /** All of them as the database is now: what is missing is copied, and mines of which anything was put on record meanwhile are copied again. */
  current(): Columns;
}

const seqOf = z.object({ seq: z.number() });
const idOf = z.object({ mine_id: z.string() }).optional();

/** A copy of the closures of a database, of which nothing is copied yet. */
export function columnsCopiedFrom(db: DatabaseSync): ColumnsCopied {
  let columns: WritableColumns | undefined;
  /** The last mine that is copied; null when all are. */
  let copiedTo: string | null = '';
  let seqSeen = 0;

  function lastSeq(): number {
    return seqOf.parse(db.prepare('select coalesce(max(seq), 0) as seq from facts').get()).seq;
  }

  function copySome(): boolean {
    if (copiedTo === null) return false;
    if (!columns) seqSeen = lastSeq();
    columns ??= emptyColumns();
    const further = 'select mine_id from stretches where mine_id > ? order by mine_id limit 1 offset ?';
    const last = idOf.parse(db.prepare(further).get(copiedTo, STRETCHES_AT_ONCE))?.mine_id;
    copyMines(db, columns, { after: copiedTo, to: last });
    copiedTo = last ?? null;
    return copiedTo !== null;
  }

  return {
    copySome,
    current() {
      while (copySome());
      columns ??= emptyColumns();
      const seq = lastSeq();
      if (seq === seqSeen) return columns;
      const changed = db.prepare('select distinct mine_id from facts where seq > ?').all(seqSeen);
      for (const mineId of mineIdsIn(changed)) copyMines(db, columns, { only: mineId });
      seqSeen = seq;
      tidy(columns);
      return columns;
    },
  };
}
