import { existsSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from './sqlite-failure.ts';

/** The files that a writing connection has open. */
export interface OpenFiles {
  /**
   * Costs two looks into the folder.
   * @throws Error when one of them is no longer the file under its name: what is written from then on would be gone with the process.
   * What the store held until then has been saved beside it, and the message says where.
   */
  requireInPlace(): void;
}

/** Remembers which files a writing connection has open. Call it when its write-ahead log has been opened too. */
export function openFiles(file: string, db: DatabaseSync): OpenFiles {
  const log = `${file}-wal`;
  const opened = { file: fileUnder(file), log: fileUnder(log) };
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
      if (fileIsThere() && logIsThere()) return;
      throw new Error(`${fileIsThere() ? log : file} was deleted, moved or replaced while in use; ${saved()}`);
    },
  };
}

type FileNumber = { readonly dev: number; readonly ino: number } | undefined;

function fileUnder(name: string): FileNumber {
  return statSync(name, { throwIfNoEntry: false });
}

function isSame(a: FileNumber, b: FileNumber): boolean {
  return a !== undefined && a.dev === b?.dev && a.ino === b.ino;
}

function unusedName(name: string): string {
  let number = 1;
  while (existsSync(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
