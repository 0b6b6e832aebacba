import type { DatabaseSync } from 'node:sqlite';
import type { Position } from '@rectify/engine';
import type { Fact, Procedures } from '@rectify/engine/rectification';
import { z } from 'zod';
import { POSITION_PLACE, restored, stored } from './stored-fact.ts';

/** Every fact about a mine; what mines are refolded from. `seq` counts them in the order of the log; a database that was filled mine by mine has those of a mine side by side. */
export const factsSchema = `
  create table facts (
    mine_id text not null,
    revision integer not null,
    seq integer not null,
    fact text not null
  ) strict;
  create unique index facts_mine on facts (mine_id, revision);
  create unique index facts_seq on facts (seq);
`;

const factColumns = z.object({ mineId: z.string(), revision: z.number(), text: z.string() });

/** A fact as it is kept: which one it is among all, and as text, as `stored` makes it. */
export interface KeptFact extends z.infer<typeof factColumns> {
  readonly seq: number;
}

/** The facts in a read database. `seq` counts them from 1 in the order of the log, without gaps. */
export interface FactsTable {
  /** Adds the next one of all. */
  add(fact: Fact): void;
  addStored(fact: KeptFact): void;
  /** The facts of one mine in order, those up to a `seq`; none where the mine is unknown. */
  ofMine(mineId: string, upTo?: number): Fact[];
  /** The `seq` of the last fact; 0 when there is none. */
  last(): number;
  /** The `seq` of the last fact up to a position, by the order of the store; 0 where there is none. @throws InvalidPosition */
  upTo(position: Position, compare: (a: Position, b: Position) => number): number;
  /** The facts behind a `seq` that were recorded until an instant in milliseconds, inclusive. */
  after(seq: number, recordedUntil: number): Fact[];
}

/** The facts table of a database that has {@link factsSchema} and the schema of recordings. */
export function factsTable(db: DatabaseSync, procedures: () => Procedures): FactsTable {
  const columns = 'mine_id as mineId, revision, fact as text';
  const insert = db.prepare('insert into facts (mine_id, revision, seq, fact) values (?, ?, ?, ?)');
  const ofMine = db.prepare(`select ${columns} from facts where mine_id = ? and seq <= ? order by revision`);
  const last = db.prepare('select coalesce(max(seq), 0) as seq from facts');
  const positionAt = db.prepare(`select fact ->> '${POSITION_PLACE}' as position from facts where seq = ?`);
  const after = db.prepare(
    `select ${columns} from facts join recordings using (mine_id, revision) where seq > ? and recorded <= ? order by seq`,
  );
  const seqOfLast = () => z.object({ seq: z.number() }).parse(last.get()).seq;
  return {
    add(fact) {
      insert.run(fact.mineId, fact.revision, seqOfLast() + 1, stored(fact));
    },
    addStored({ mineId, revision, seq, text }) {
      insert.run(mineId, revision, seq, text);
    },
    ofMine(mineId, upTo = Number.MAX_SAFE_INTEGER) {
      const known = procedures();
      return ofMine.all(mineId, upTo).map((row) => restored(factColumns.parse(row), known));
    },
    last: seqOfLast,
    upTo(position, compare) {
      let [none, some] = [0, seqOfLast() + 1];
      while (some - none > 1) {
        const middle = Math.floor((none + some) / 2);
        const { position: there } = z.object({ position: z.string() }).parse(positionAt.get(middle));
        if (compare(there, position) <= 0) none = middle;
        else some = middle;
      }
      return none;
    },
    after(seq, recordedUntil) {
      const known = procedures();
      return after.all(seq, recordedUntil).map((row) => restored(factColumns.parse(row), known));
    },
  };
}
