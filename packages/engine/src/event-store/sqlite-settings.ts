import type { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './errors.ts';

/** The oldest SQLite that is trusted with a WAL; earlier ones can corrupt it (https://www.sqlite.org/wal.html#walresetbug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * In bytes, of new files; SQLite's own. An append changes a page of the index at a place of its own, and a changed page goes to the
 * log whole: larger pages would double what is written.
 */
const PAGE_SIZE = 4096;

/** What the log is cut back to when it has grown, in bytes: it grows past this only while another program reads for long. */
const LOG_SIZE = 16 * 1024 * 1024;

/** How much of the file the writer keeps in memory, in KiB: the pages of the index where ten thousand active mines go on. */
const CACHE_KIB = 64 * 1024;

/** What the writer's connection must have; `synchronous` 2 is FULL: every COMMIT is synced. */
const REQUIRED = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, journal_size_limit: LOG_SIZE } as const;

/**
 * Sets what durability rests on, and reads it back.
 * @throws StoreUnusable
 */
export function makeDurable(db: DatabaseSync): void {
  db.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma journal_size_limit = ${LOG_SIZE};
    pragma cache_size = -${CACHE_KIB};
  `);
  requireDurable(db);
}

/**
 * Reads back what durability rests on.
 * @throws StoreUnusable when SQLite did not take it, for instance WAL mode on a network drive
 */
export function requireDurable(db: DatabaseSync): void {
  for (const [setting, wanted] of Object.entries(REQUIRED)) requireSetting(db, setting, wanted);
}

/**
 * Chooses the page size of a file in which nothing is yet, and reads it back.
 * @throws StoreUnusable
 */
export function choosePageSize(db: DatabaseSync): void {
  db.exec(`pragma page_size = ${PAGE_SIZE}`);
  requireSetting(db, 'page_size', PAGE_SIZE);
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

function requireSetting(db: DatabaseSync, setting: string, wanted: string | number): void {
  const value = db.prepare(`pragma ${setting}`).get()?.[setting];
  if (value !== wanted) {
    throw new StoreUnusable(
      `SQLite did not take ${setting}=${wanted} (it has ${value}), so it is not certain that what is stored lasts. Keep the store on a local disk.`,
    );
  }
}
