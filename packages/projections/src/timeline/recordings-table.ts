import type { DatabaseSync } from 'node:sqlite';
import type { Fact } from '@rectify/engine/rectification';
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

/** The recordings in a read database. */
export interface RecordingsTable {
  add(fact: Pick<Fact, 'mineId' | 'revision'>, recording: Recording): void;
}

/** The recordings table of a database that has {@link recordingsSchema}. */
export function recordingsTable(db: DatabaseSync): RecordingsTable {
  const insert = db.prepare(
    'insert into recordings (mine_id, revision, recorded, reaches, amends) values (?, ?, ?, ?, ?)',
  );
  return {
    add({ mineId, revision }, { recorded, reaches, amends }) {
      insert.run(mineId, revision, recorded, reaches, amends);
    },
  };
}
