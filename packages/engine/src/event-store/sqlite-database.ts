import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './errors.ts';
import { messageOf } from './sqlite-failure.ts';
import { integerIn, textIn } from './sqlite-row.ts';

/** The oldest SQLite that is trusted with a WAL; earlier ones can corrupt it (https://www.sqlite.org/wal.html#walresetbug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Marks the file as a Rectify event store: "RCTF". */
const APPLICATION_ID = 0x52435446;
const SCHEMA_VERSION = 1;

/** How long a statement waits for another program's lock, in milliseconds. */
const LOCK_TIMEOUT = 1000;

/** Event ids are not unique on purpose: the stream's revisions make an append idempotent, and the index would halve appends. */
const SCHEMA = `
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
  pragma application_id = ${APPLICATION_ID};
  pragma user_version = ${SCHEMA_VERSION};
`;

/** An open, checked database file. */
export interface Database {
  readonly db: DatabaseSync;
  readonly storeId: string;
}

/**
 * Opens the file for the one writer and makes it a store when it is new or empty. Every acknowledged COMMIT survives a power cut:
 * WAL with `synchronous=FULL`, both read back.
 * @throws StoreUnusable
 */
export function openWriter(file: string, newStoreId: () => string): Database {
  return openChecked(file, false, (db) => {
    const fresh = isEmpty(db);
    if (!fresh) requireRectify(db, file);
    db.exec('pragma journal_mode = wal; pragma synchronous = full');
    requireDurable(db);
    if (fresh) create(db, newStoreId());
    else db.exec('begin immediate; rollback');
  });
}

/**
 * Opens the file read-only; this works beside a running writer and changes nothing.
 * @throws StoreUnusable also when there is no such file
 */
export function openReader(file: string): Database {
  if (!existsSync(file)) throw new StoreUnusable(`There is no event store at ${file}.`);
  return openChecked(file, true, (db) => requireRectify(db, file));
}

/**
 * Refuses a SQLite that could lose or damage what was acknowledged.
 * @throws StoreUnusable
 */
export function requireSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    if (!(part >= oldest)) {
      throw new StoreUnusable(
        `This Node brings SQLite ${version}; ${OLDEST_SQLITE.join('.')} or newer is needed. Use a newer Node.`,
      );
    }
  }
}

/**
 * Reads back what durability rests on.
 * @throws StoreUnusable when the database is not in WAL mode or does not sync every COMMIT, for instance on a network drive
 */
export function requireDurable(db: DatabaseSync): void {
  const mode = textIn(db.prepare('pragma journal_mode').get(), 'journal_mode');
  const synchronous = integerIn(db.prepare('pragma synchronous').get(), 'synchronous');
  if (mode !== 'wal' || synchronous !== 2) {
    throw new StoreUnusable(
      `SQLite did not accept journal_mode=WAL with synchronous=FULL (it has ${mode} and ${synchronous}), so commits would not be durable.`,
    );
  }
}

function openChecked(file: string, readOnly: boolean, prepare: (db: DatabaseSync) => void): Database {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly, timeout: LOCK_TIMEOUT });
    requireSqliteVersion(textIn(db.prepare('select sqlite_version() as version').get(), 'version'));
    prepare(db);
    return { db, storeId: textIn(db.prepare(`select value from meta where key = 'store-id'`).get(), 'value') };
  } catch (error) {
    db?.close();
    if (error instanceof StoreUnusable) throw error;
    throw new StoreUnusable(`${file} cannot be opened as an event store: ${messageOf(error)}.`, { cause: error });
  }
}

function isEmpty(db: DatabaseSync): boolean {
  return integerIn(db.prepare('select count(*) as tables from sqlite_schema').get(), 'tables') === 0;
}

function requireRectify(db: DatabaseSync, file: string): void {
  if (integerIn(db.prepare('pragma application_id').get(), 'application_id') !== APPLICATION_ID) {
    throw new StoreUnusable(`${file} is a database, but not an event store of Rectify.`);
  }
  const version = integerIn(db.prepare('pragma user_version').get(), 'user_version');
  if (version !== SCHEMA_VERSION) {
    throw new StoreUnusable(
      `${file} has schema ${version}; this Rectify knows schema ${SCHEMA_VERSION}. Use the Rectify that wrote it, or a newer one.`,
    );
  }
}

function create(db: DatabaseSync, storeId: string): void {
  db.exec('begin immediate');
  db.exec(SCHEMA);
  db.prepare(`insert into meta (key, value) values ('store-id', ?)`).run(storeId);
  db.exec('commit');
}
