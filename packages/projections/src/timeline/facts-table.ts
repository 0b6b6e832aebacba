import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@rectify/engine';
import { type Fact, factOf, mineStream, type Procedures } from '@rectify/engine/rectification';
import { z } from 'zod';

/** Every fact about a mine, in the order of the log; what mines are refolded from. */
export const factsSchema = `
  create table facts (
    seq integer primary key,
    position text not null,
    mine_id text not null,
    revision integer not null,
    event_id text not null,
    type text not null,
    data text not null,
    metadata text not null,
    unique (mine_id, revision)
  ) strict;
`;

const jsonObject = z.record(z.string(), z.json());
const row = z.object({
  position: z.string(),
  mine_id: z.string(),
  revision: z.number(),
  event_id: z.string(),
  type: z.string(),
  data: z.string(),
  metadata: z.string(),
});

/** The facts in a read database. `seq` counts them from 1 in the order of the log, without gaps. */
export interface FactsTable {
  add(event: RecordedEvent, mineId: string): void;
  /** The facts of one mine in order, those up to a `seq`; none where the mine is unknown. */
  ofMine(mineId: string, upTo?: number): Fact[];
  /** The `seq` of the last fact; 0 when there is none. */
  last(): number;
}

/** The facts table of a database that has {@link factsSchema}. */
export function factsTable(db: DatabaseSync, procedures: () => Procedures): FactsTable {
  const insert = db.prepare(
    'insert into facts (position, mine_id, revision, event_id, type, data, metadata) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const ofMine = db.prepare(
    'select position, mine_id, revision, event_id, type, data, metadata from facts where mine_id = ? and seq <= ? order by revision',
  );
  const last = db.prepare('select coalesce(max(seq), 0) as seq from facts');
  return {
    add({ position, revision, eventId, type, data, metadata }, mineId) {
      insert.run(position, mineId, revision, eventId, type, JSON.stringify(data), JSON.stringify(metadata));
    },
    ofMine(mineId, upTo = Number.MAX_SAFE_INTEGER) {
      const known = procedures();
      return ofMine.all(mineId, upTo).map((found) => factIn(found, known));
    },
    last: () => z.object({ seq: z.number() }).parse(last.get()).seq,
  };
}

function factIn(columns: unknown, procedures: Procedures): Fact {
  const { position, mine_id, revision, event_id, type, data, metadata } = row.parse(columns);
  return factOf(
    {
      stream: mineStream(mine_id),
      position,
      revision,
      eventId: event_id,
      type,
      data: jsonObject.parse(JSON.parse(data)),
      metadata: jsonObject.parse(JSON.parse(metadata)),
    },
    procedures,
  );
}
