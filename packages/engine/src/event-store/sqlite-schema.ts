import type { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './errors.ts';
import { integerIn } from './sqlite-row.ts';

/** Marks the file as a Rectify event store: "RCTF". */
const APPLICATION_ID = 0x52435446;

/** Event ids are not unique on purpose: the stream's revisions make an append idempotent, and the index would halve appends. */
const VERSION_1 = `
  create table events (
    position integer primary key,
    stream text not null,
    revision integer not null,
    append_index integer not null,
    append_size integer not null,
    event_id text not null,
    type text not null,
    data text not null,
    metadata text not null,
    unique (stream, revision)
  ) strict;
  create table meta (key text primary key, value text not null) strict, without rowid;
`;

/** What makes each version of the schema out of the one before, the first out of nothing. One that was released never changes. */
const MIGRATIONS: readonly string[] = [VERSION_1];

/** Whether nothing was ever stored in the file. */
export function isEmpty(db: DatabaseSync): boolean {
  return integerIn(db.prepare('select count(*) as tables from sqlite_schema').get(), 'tables') === 0;
}

/**
 * Makes an empty file a store: the newest schema, the application id, the store's id; all or nothing.
 * @throws StoreUnusable when SQLite did not keep the application id
 */
export function createStore(db: DatabaseSync, file: string, storeId: string): void {
  db.exec('begin immediate');
  db.exec(`pragma application_id = ${APPLICATION_ID}`);
  bringUpToDate(db);
  db.prepare(`insert into meta (key, value) values ('store-id', ?)`).run(storeId);
  db.exec('commit');
  requireSchema(db, file);
}

/**
 * Takes a store of an earlier version to the newest, by each version between them. Call it in a transaction, so that it is all or nothing.
 * It writes in any case, which shows whether the file can be written: BEGIN IMMEDIATE alone is content with a read-only one.
 * @param migrations what makes version 1, 2, …
 */
export function bringUpToDate(db: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  for (const migration of migrations.slice(versionOf(db))) db.exec(migration);
  db.exec(`pragma user_version = ${migrations.length}`);
}

/**
 * Refuses the database of another program, and a store of a newer Rectify.
 * @throws StoreUnusable
 */
export function requireRectify(db: DatabaseSync, file: string): void {
  if (integerIn(db.prepare('pragma application_id').get(), 'application_id') !== APPLICATION_ID) {
    throw new StoreUnusable(`${file} is a database, but not an event store of Rectify.`);
  }
  const version = versionOf(db);
  if (version > MIGRATIONS.length) {
    throw new StoreUnusable(
      `${file} has schema ${version}; this Rectify knows schema ${MIGRATIONS.length}. Use the Rectify that wrote it, or a newer one.`,
    );
  }
}

/**
 * Refuses also a store of an older Rectify, which only a writer can bring up to date.
 * @throws StoreUnusable
 */
export function requireSchema(db: DatabaseSync, file: string): void {
  requireRectify(db, file);
  const version = versionOf(db);
  if (version < MIGRATIONS.length) {
    throw new StoreUnusable(
      `${file} has schema ${version}; this Rectify reads schema ${MIGRATIONS.length}. \`rectify serve\` brings it up to date.`,
    );
  }
}

function versionOf(db: DatabaseSync): number {
  return integerIn(db.prepare('pragma user_version').get(), 'user_version');
}
