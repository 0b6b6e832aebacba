import type { DatabaseSync } from 'node:sqlite';
import type { Fact } from '@rectify/engine/rectification';
import { z } from 'zod';
import type { Recording } from './recording.ts';

/** What putting each fact on record meant: see `Recording`. */
export const recordingsSchema = `
  create table recordings (
    mine_id text not null,
    revision integer not null,
    recorded integer not null,
    reaches integer,
    amends text,
    primary key (mine_id, revision)
  ) strict, without rowid;
  create index recordings_recorded on recordings (recorded, mine_id, reaches, amends);
`;

/** Recorded after one instant and until another, about the world until a third; in milliseconds. */
export interface Learnt {
  readonly from: number;
  readonly to: number;
  readonly until: number;
  /** Requests under four eyes too, which say nothing about the world. */
  readonly requests: boolean;
}

/** The recordings in a read database. */
export interface RecordingsTable {
  add(fact: Pick<Fact, 'mineId' | 'revision'>, recording: Recording): void;
  /** The ids, in order, of mines of which something was put on record that says something about the world until an instant. */
  minesLearntOf(learnt: Learnt): string[];
}

/** The recordings table of a database that has {@link recordingsSchema}. */
export function recordingsTable(db: DatabaseSync): RecordingsTable {
  const insert = db.prepare(
    'insert into recordings (mine_id, revision, recorded, reaches, amends) values (?, ?, ?, ?, ?)',
  );
  const learntOf = db.prepare(
    `select distinct mine_id from recordings
     where recorded > ? and recorded <= ? and (reaches <= ? or (reaches is null and ?)) order by mine_id`,
  );
  return {
    add({ mineId, revision }, { recorded, reaches, amends }) {
      insert.run(mineId, revision, recorded, reaches, amends);
    },
    minesLearntOf: ({ from, to, until, requests }) =>
      z
        .array(z.object({ mine_id: z.string() }))
        .parse(learntOf.all(from, to, until, requests ? 1 : 0))
        .map(({ mine_id }) => mine_id),
  };
}
