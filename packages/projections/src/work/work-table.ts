import type { DatabaseSync } from 'node:sqlite';
import { type FoldedMine, milliseconds, workOf } from '@rectify/engine/rectification';
import type { SqlValue } from '../keyset.ts';

/** What needs whom, in every mine. `due` is the last millisecond of the due day; what is overdue is found when asked. */
export const workSchema = `
  create table work (
    mine_id text not null,
    item integer not null,
    role text not null,
    kind text not null,
    office text,
    rule text,
    since text not null,
    subject text,
    due_on text,
    due integer,
    approval_id text,
    event text,
    requested_by text,
    requested_by_role text,
    primary key (mine_id, item)
  ) strict, without rowid;
  create index work_role on work (role, due, mine_id, item);
`;

/** The work in a read database. */
export interface WorkTable {
  /** Puts what a mine needs, as {@link workAsKept} says, in the place of what it needed. */
  put(mineId: string, work: readonly (readonly SqlValue[])[]): void;
}

/** What the table keeps of what a mine needs: the values of all columns but the mine, for each item. */
export function workAsKept(folded: FoldedMine): readonly (readonly SqlValue[])[] {
  return workOf(folded).map((item, index) => {
    const { role, kind, office, rule, since, subject, dueOn, dueAt, approval } = item;
    const due = dueAt && milliseconds(dueAt);
    const { approvalId = null, event = null, requestedBy = null, requestedByRole = null } = approval ?? {};
    const request = [approvalId, event, requestedBy, requestedByRole];
    return [index, role, kind, office, rule, since, subject, dueOn, due, ...request];
  });
}

/** The work table of a database that has {@link workSchema}. */
export function workTable(db: DatabaseSync): WorkTable {
  const clear = db.prepare('delete from work where mine_id = ?');
  const insert = db.prepare(
    'insert into work (mine_id, item, role, kind, office, rule, since, subject, due_on, due, approval_id, event, requested_by, requested_by_role) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return {
    put(mineId, work) {
      clear.run(mineId);
      for (const values of work) insert.run(mineId, ...values);
    },
  };
}
