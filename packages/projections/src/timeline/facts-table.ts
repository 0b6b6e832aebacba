import type { DatabaseSync } from 'node:sqlite';
import { type Fact, type Procedures, procedureName, procedureNamed } from '@rectify/engine/rectification';
import { z } from 'zod';
import type { Recording } from './recording.ts';

/**
 * Every fact about a mine, in the order of the log; what mines are refolded from. When it was put on record, the earliest instant in the world that it says
 * something about, and what it did to what was held before, are columns: see `Recording`.
 */
export const factsSchema = `
  create table facts (
    seq integer primary key,
    mine_id text not null,
    revision integer not null,
    recorded integer not null,
    reaches integer,
    amends text,
    fact text not null,
    unique (mine_id, revision)
  ) strict;
  create index facts_recorded on facts (recorded, mine_id, reaches, amends);
`;

const factColumn = z.object({ fact: z.string() });

/** The facts in a read database. `seq` counts them from 1 in the order of the log, without gaps. */
export interface FactsTable {
  add(fact: Fact, recording: Recording): void;
  /** The facts of one mine in order, those up to a `seq`; none where the mine is unknown. */
  ofMine(mineId: string, upTo?: number): Fact[];
  /** The `seq` of the last fact; 0 when there is none. */
  last(): number;
}

/** The facts table of a database that has {@link factsSchema}. */
export function factsTable(db: DatabaseSync, procedures: () => Procedures): FactsTable {
  const insert = db.prepare(
    'insert into facts (mine_id, revision, recorded, reaches, amends, fact) values (?, ?, ?, ?, ?, ?)',
  );
  const ofMine = db.prepare('select fact from facts where mine_id = ? and seq <= ? order by revision');
  const last = db.prepare('select coalesce(max(seq), 0) as seq from facts');
  return {
    add(fact, { recorded, reaches, amends }) {
      insert.run(fact.mineId, fact.revision, recorded, reaches, amends, stored(fact));
    },
    ofMine(mineId, upTo = Number.MAX_SAFE_INTEGER) {
      const known = procedures();
      return ofMine.all(mineId, upTo).map((row) => restored(factColumn.parse(row).fact, known));
    },
    last: () => z.object({ seq: z.number() }).parse(last.get()).seq,
  };
}

/** A fact as the read database keeps it: its procedure by name. */
type Stored<F> = F extends Fact ? Omit<F, 'procedure'> & { readonly procedure: string } : never;

function stored({ procedure, ...fact }: Fact): string {
  return JSON.stringify({ ...fact, procedure: procedureName(procedure) });
}

/** A fact from text that {@link stored} made. It is not checked again, as folded mines are not (see `read-database.ts`). */
function restored(text: string, procedures: Procedures): Fact {
  const { procedure, ...fact }: Stored<Fact> = JSON.parse(text);
  return { ...fact, procedure: procedureNamed(procedures, procedure) };
}
