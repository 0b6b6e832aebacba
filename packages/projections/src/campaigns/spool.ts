import { DatabaseSync } from 'node:sqlite';
import type { Target } from '@rectify/engine/rectification';
import { z } from 'zod';

/** Cases kept in their order outside of memory until they are read again. */
export interface Spool extends Disposable {
  add(target: Target): void;
  /** The cases in the order added, so many at a time. */
  chunks(size: number): Generator<Target[]>;
}

const row = z.object({ place: z.number(), mine_id: z.string(), approval_id: z.string().nullable() });

/** An empty spool: a temporary database of SQLite's own, which is on disk once it is large and is gone with the spool. */
export function spool(): Spool {
  const db = new DatabaseSync('');
  db.exec('create table cases (place integer primary key, mine_id text not null, approval_id text) strict; begin');
  const insert = db.prepare('insert into cases (mine_id, approval_id) values (?, ?)');
  const page = db.prepare('select place, mine_id, approval_id from cases where place > ? order by place limit ?');
  return {
    add: ({ mineId, approvalId = null }) => void insert.run(mineId, approvalId),
    *chunks(size) {
      let after = 0;
      for (;;) {
        const rows = z.array(row).parse(page.all(after, size));
        const last = rows.at(-1);
        if (!last) return;
        after = last.place;
        yield rows.map(({ mine_id, approval_id }) => ({
          mineId: mine_id,
          ...(approval_id !== null && { approvalId: approval_id }),
        }));
      }
    },
    [Symbol.dispose]: () => db.close(),
  };
}
