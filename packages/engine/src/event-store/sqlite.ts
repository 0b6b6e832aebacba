import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreClosed } from './errors.ts';
import type { Appended, EventReader, EventStore } from './event-store.ts';
import { placeOf } from './expectation.ts';
import { groupCommit } from './group-commit.ts';
import { createLive } from './live.ts';
import { type PreparedAppend, prepareAppend } from './prepared-append.ts';
import { readingOf } from './reading.ts';
import { openReader, openWriter } from './sqlite-database.ts';
import { failureOf, unreadable } from './sqlite-failure.ts';
import { openFiles } from './sqlite-files.ts';
import { lockForWriting } from './sqlite-lock.ts';
import { sqliteInsert, sqliteLog } from './sqlite-log.ts';

/** Where a SQLite store is, and what it needs from outside. */
export interface SqliteStoreOptions {
  /** Path of the database file; it and its folder are made when missing. It must be on a local disk. */
  readonly file: string;
  /** Names a new store; called only when the file is new. */
  readonly newStoreId: () => string;
  /**
   * Called once when the store can no longer promise anything: an I/O error or a broken file, met by an append or a read, a file that was
   * deleted or replaced, a failed COMMIT. The owner should end the process; until then every append is refused with StoreUnavailable.
   */
  readonly onFatal?: (error: Error) => void;
}

/**
 * Opens a SQLite file as event store, for this process alone; other processes may read it meanwhile ({@link openSqliteReader}).
 * Appends are durable when answered: WAL, `synchronous=FULL`, one COMMIT for all that wait.
 * @throws StoreLocked, StoreUnusable
 */
export function openSqliteStore({ file, newStoreId, onFatal = () => {} }: SqliteStoreOptions): EventStore {
  const path = realPath(file);
  const lock = lockForWriting(path);
  try {
    return openLocked(path, newStoreId, onFatal, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens a SQLite file for reading only, also while another process writes to it; it sees what is committed at each batch.
 * @throws StoreUnusable
 */
export function openSqliteReader(file: string): EventReader {
  const path = resolve(file);
  const { db, storeId } = openReader(path);
  const live = createLive();
  const log = sqliteLog(db, (error) => unreadable(path, error) ?? error);
  const { read, readAll, head, compare } = readingOf(log, live);
  return {
    storeId,
    read,
    readAll,
    head,
    compare,
    async close() {
      if (live.closed) return;
      live.close();
      db.close();
    },
  };
}

function openLocked(
  file: string,
  newStoreId: () => string,
  onFatal: (error: Error) => void,
  release: () => void,
): EventStore {
  const { db, storeId } = openWriter(file, newStoreId);
  const { db: readDb } = openReader(file);
  const live = createLive();
  const writerLog = sqliteLog(db);
  const insert = sqliteInsert(db);

  function write(append: PreparedAppend): Appended {
    const found = placeOf(append, writerLog);
    if ('duplicate' in found) return found.duplicate;
    const { firstRevision } = found;
    const lastRevision = firstRevision + append.events.length - 1;
    return { firstRevision, lastRevision, position: String(insert(append, firstRevision)), duplicate: false };
  }

  const { requireInPlace } = openFiles(file, db);
  const commits = groupCommit({ db, write, requireInPlace, onCommitted: live.appended, onFatal });

  /** A damaged page that only a reader meets ends the store as one that a writer meets. */
  function asOurs(error: unknown): unknown {
    const ours = unreadable(file, error);
    if (ours && failureOf(error) === 'fatal') commits.breakOff(ours);
    return ours ?? error;
  }

  return {
    storeId,
    async append(stream, events, expected) {
      if (live.closed) throw new StoreClosed();
      return commits.submit(prepareAppend(stream, events, expected));
    },
    ...readingOf(sqliteLog(readDb, asOurs), live),
    async close() {
      if (live.closed) return;
      commits.finish();
      live.close();
      readDb.close();
      db.close();
      release();
    },
  };
}

/** One file has one lock, whichever way it is named. */
function realPath(file: string): string {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
}
