import { existsSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from './sqlite-failure.ts';

/** The files that a writing connection has open. */
export interface OpenFiles {
  /**
   * Costs one look at their folder, as long as nothing in it was made, deleted or renamed.
   * @throws Error when one of them is no longer the file under its name: what is written from then on would be gone with the process.
   * What the store held until then has been saved beside it, and the message says where.
   */
  requireInPlace(): void;
}

/** Two changes of a folder have different times if they are so many milliseconds apart, whatever the file system. */
const COARSEST_TIME = 2_000;

/**
 * Remembers which files a writing connection has open. Call it when its write-ahead log has been opened too.
 *
 * The log itself is looked at only when its folder has changed: on Linux, a file whose times were looked at gets new ones with its next write,
 * which the next COMMIT then has to sync.
 */
export function openFiles(file: string, db: DatabaseSync): OpenFiles {
  const log = `${file}-wal`;
  const folder = dirname(file);
  const opened = { file: fileUnder(file), log: fileUnder(log) };
  /** The folder when both were last seen in it, if a later change is sure to show. */
  let unchanged: Stats | undefined;
  const fileIsThere = () => isSame(fileUnder(file), opened.file);
  const logIsThere = () => isSame(fileUnder(log), opened.log);

  /** The connection still reads what it had open, committed and synced, whatever the files are called now. */
  function saved(): string {
    const copy = unusedName(`${file}-saved`);
    try {
      db.prepare('vacuum into ?').run(copy);
      // Beside any other file than its own, the log would be taken for that one's and break it.
      if (logIsThere()) rmSync(log);
      return `all that it held is in ${copy}: put that in its place`;
    } catch (error) {
      return `what it held could not be saved: ${messageOf(error)}`;
    }
  }

  return {
    requireInPlace() {
      const now = Date.now();
      const found = fileUnder(folder);
      if (isSame(found, unchanged) && found?.ctimeMs === unchanged?.ctimeMs) return;
      if (!fileIsThere() || !logIsThere()) {
        throw new Error(`${fileIsThere() ? log : file} was deleted, moved or replaced while in use; ${saved()}`);
      }
      unchanged = found && now - found.ctimeMs > COARSEST_TIME ? found : undefined;
    },
  };
}

function fileUnder(name: string): Stats | undefined {
  return statSync(name, { throwIfNoEntry: false });
}

function isSame(a: Stats | undefined, b: Stats | undefined): boolean {
  return a !== undefined && a.dev === b?.dev && a.ino === b.ino;
}

function unusedName(name: string): string {
  let number = 1;
  while (existsSync(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
