import { DatabaseSync } from 'node:sqlite';
import { StoreLocked, StoreUnusable } from './errors.ts';
import { isBusy, whyUnusable } from './sqlite-failure.ts';

/** Held while a store is open for writing. */
export interface WriterLock {
  release(): void;
}

/**
 * Makes this the only writer of a store file: an exclusive transaction on a small database beside it, `<file>-lock`, which the
 * operating system ends with the process, however it ends. Readers of the store do not touch it. The file stays; deleting it while
 * a store is open lets a second writer in.
 * @throws StoreLocked when another store holds it, in this process or another
 * @throws StoreUnusable
 */
export function lockForWriting(file: string): WriterLock {
  const lockFile = `${file}-lock`;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(lockFile, { timeout: 0 });
    db.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    db?.close();
    if (isBusy(error)) throw new StoreLocked(file);
    throw new StoreUnusable(`${lockFile} cannot be locked: ${whyUnusable(error)}.`, { cause: error });
  }
  const held = db;
  return { release: () => held.close() };
}
