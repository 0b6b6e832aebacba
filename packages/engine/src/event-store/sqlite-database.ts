import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './errors.ts';
import { whyUnusable } from './sqlite-failure.ts';
import { textIn } from './sqlite-row.ts';
import { bringUpToDate, createStore, isEmpty, requireRectify, requireSchema } from './sqlite-schema.ts';
import { choosePageSize, makeDurable, requireSqliteVersion } from './sqlite-settings.ts';

/** How long a statement waits for another program's lock, in milliseconds. */
const LOCK_TIMEOUT = 1000;

/** An open, checked database file. */
export interface Database {
  readonly db: DatabaseSync;
  readonly storeId: string;
}

/**
 * Opens the file for the one writer, makes it a store when it is new or empty, and brings it up to date when an older Rectify wrote it.
 * Every acknowledged COMMIT survives a power cut: WAL with `synchronous=FULL`, both read back.
 * @throws StoreUnusable
 */
export function openWriter(file: string, newStoreId: () => string): Database {
  return openChecked(file, false, (db) => {
    const fresh = isEmpty(db);
    if (fresh) choosePageSize(db);
    else requireRectify(db, file);
    makeDurable(db);
    if (fresh) return createStore(db, file, newStoreId());
    db.exec('begin immediate');
    bringUpToDate(db);
    db.exec('commit');
  });
}

/**
 * Opens the file read-only; this works beside a running writer and changes nothing.
 * @throws StoreUnusable also when there is no such file
 */
export function openReader(file: string): Database {
  if (!existsSync(file)) throw new StoreUnusable(`There is no event store at ${file}.`);
  return openChecked(file, true, (db) => requireSchema(db, file));
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
    throw new StoreUnusable(`${file} cannot be opened as an event store: ${whyUnusable(error)}.`, { cause: error });
  }
}
