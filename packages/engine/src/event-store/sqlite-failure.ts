import { z } from 'zod';
import { StoreUnavailable } from './errors.ts';

const SqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int(), message: z.string() });

/** The primary result codes of https://www.sqlite.org/rescode.html that mean something to a store. */
const BUSY = 5;
const LOCKED = 6;
const NOMEM = 7;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const PROTOCOL = 15;
const NOTADB = 26;

/**
 * What an error of a statement means:
 * `later` – nothing of the transaction was stored, and it may work later: the disk is full or another program holds the file;
 * `fatal` – what is on the disk is unknown, or the file is broken: the store must stop;
 * `append` – only this append is at fault.
 */
export type Failure = 'later' | 'fatal' | 'append';

/** Judges an error by SQLite's own code; one that is not SQLite's concerns the append alone. */
export function failureOf(error: unknown): Failure {
  switch (primaryCode(error)) {
    case FULL:
    case BUSY:
    case LOCKED:
      return 'later';
    case NOMEM:
    case READONLY:
    case IOERR:
    case CORRUPT:
    case CANTOPEN:
    case PROTOCOL:
    case NOTADB:
      return 'fatal';
    default:
      return 'append';
  }
}

/** Whether another connection holds a lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** Whether a full disk (or a full quota) was the reason: SQLite then rolls the transaction back, also when it fails at COMMIT. */
export function isDiskFull(error: unknown): boolean {
  return primaryCode(error) === FULL;
}

/** Why a file cannot be opened, and what to do, in a sentence without its full stop. */
export function whyUnusable(error: unknown): string {
  const why = messageOf(error);
  switch (primaryCode(error)) {
    case READONLY:
    case CANTOPEN:
      return `it cannot be written (${why}); let this user write the file and its folder`;
    case CORRUPT:
      return `it is damaged (${why}); restore a backup`;
    case NOTADB:
      return `it is no database of SQLite, or its beginning is damaged (${why})`;
    case BUSY:
      return `another program holds it (${why}); end that one first`;
    default:
      return why;
  }
}

/** The port's error for what SQLite says of a file that it cannot read; undefined for any other error. */
export function unreadable(file: string, error: unknown): StoreUnavailable | undefined {
  if (failureOf(error) === 'append') return undefined;
  return new StoreUnavailable(`${file} cannot be read: ${whyUnusable(error)}.`, { cause: error });
}

/** What to tell a person about an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Extended codes hold the primary one in their lowest byte. */
function primaryCode(error: unknown): number | undefined {
  const known = SqliteError.safeParse(error);
  return known.success ? known.data.errcode & 0xff : undefined;
}
