import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@rectify/engine';
import { type Fact, factOf, mineStream } from '@rectify/engine/rectification';
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
const place = z.object({ seq: z.number(), position: z.string(), mine_id: z.string(), event_id: z.string() });

/** Where a fact stands in the log. */
export interface FactPlace {
  readonly seq: number;
  readonly position: string;
  readonly mineId: string;
  readonly eventId: string;
}

/** The facts in a read database. `seq` counts them from 1 in the order of the log, without gaps. */
export interface FactsTable {
  add(event: RecordedEvent, mineId: string): void;
  /** The facts of one mine in order, those up to a `seq`; none where the mine is unknown. */
  ofMine(mineId: string, upTo?: number): Fact[];
  /** The `seq` of the last fact; 0 when there is none. */
  last(): number;
  /** The place of the fact with a `seq`. */
  at(seq: number): FactPlace | undefined;
  /** The places of the next facts after a `seq`. */
  after(seq: number, limit: number): FactPlace[];
}

/** The facts table of a database that has {@link factsSchema}. */
export function factsTable(db: DatabaseSync): FactsTable {
  const insert = db.prepare(
    'insert into facts (position, mine_id, revision, event_id, type, data, metadata) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const ofMine = db.prepare(
    'select position, mine_id, revision, event_id, type, data, metadata from facts where mine_id = ? and seq <= ? order by revision',
  );
  const last = db.prepare('select coalesce(max(seq), 0) as seq from facts');
  const at = db.prepare('select seq, position, mine_id, event_id from facts where seq = ?');
  const after = db.prepare('select seq, position, mine_id, event_id from facts where seq > ? order by seq limit ?');
  return {
    add({ position, revision, eventId, type, data, metadata }, mineId) {
      insert.run(position, mineId, revision, eventId, type, JSON.stringify(data), JSON.stringify(metadata));
    },
    ofMine: (mineId, upTo = Number.MAX_SAFE_INTEGER) => ofMine.all(mineId, upTo).map(factIn),
    last: () => z.object({ seq: z.number() }).parse(last.get()).seq,
    at: (seq) => at.all(seq).map(placeIn)[0],
    after: (seq, limit) => after.all(seq, limit).map(placeIn),
  };
}

function factIn(columns: unknown): Fact {
  const { position, mine_id, revision, event_id, type, data, metadata } = row.parse(columns);
  return factOf({
    stream: mineStream(mine_id),
    position,
    revision,
    eventId: event_id,
    type,
    data: jsonObject.parse(JSON.parse(data)),
    metadata: jsonObject.parse(JSON.parse(metadata)),
  });
}

function placeIn(columns: unknown): FactPlace {
  const { seq, position, mine_id, event_id } = place.parse(columns);
  return { seq, position, mineId: mine_id, eventId: event_id };
}
