import type { DatabaseSync } from 'node:sqlite';
import type { Fact } from '@rectify/engine/rectification';
import { mineIdsIn } from '../mine-ids.ts';
import type { Learnt, Recording } from './recording.ts';

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
    minesLearntOf: ({ from, to, until, requests }) => mineIdsIn(learntOf.all(from, to, until, requests ? 1 : 0)),
  };
}
