import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { lockForWriting, storeAddress, syncFolder } from '@rectify/engine';
import { CannotBeDone } from '../failures.ts';
import type { Place } from '../options/place.ts';

/** What makes a new data folder, in the words of its refusals, and what its unfinished store is called. */
export interface Maker {
  /** Such as `A restore`. */
  readonly named: string;
  /** What follows the name of the store while it is not finished. */
  readonly draft: string;
  /** Why it writes into no store but a SQLite file. */
  readonly onlySqlite: string;
}

/** What SQLite keeps beside a database file, the lock of its writer, and a folder for what is not in it yet. */
const BESIDE = ['-wal', '-shm', '-lock', '-parts'];

/**
 * Makes a new data folder with a store in a SQLite file. The folder is locked meanwhile, so that no server starts on it. The file gets
 * its name as the last thing; what is half done has another name and is removed.
 * @param fill writes the store's file, whose path it is given, and whatever else the folder holds; what it needs meanwhile it may keep in a
 *   folder of that name with `-parts`
 * @throws CannotBeDone when anything would be overwritten; StoreLocked; what `fill` throws
 */
export async function inNewFolder<T>(place: Place, maker: Maker, fill: (draft: string) => Promise<T>): Promise<T> {
  const file = fileOf(place, maker);
  mkdirSync(place.data, { recursive: true });
  const lock = lockForWriting(join(place.data, 'server'));
  const draft = `${file}${maker.draft}`;
  try {
    requireNothingThere(place, maker);
    removeDatabase(draft);
    const filled = await fill(draft);
    putInPlace(draft, file);
    return filled;
  } finally {
    removeDatabase(draft);
    lock.release();
  }
}

/**
 * Makes sure that nothing is overwritten: the data folder is empty or not there, and so is the store's file. What the same maker left behind
 * when it was killed is not in the way.
 * @throws CannotBeDone naming what is in the way
 */
export function requireNothingThere(place: Place, maker: Maker): void {
  const { data } = place;
  const file = fileOf(place, maker);
  const draft = `${file}${maker.draft}`;
  const ours = new Set([join(data, 'server-lock'), ...['', ...BESIDE].map((suffix) => `${draft}${suffix}`)]);
  const inFolder = existsSync(data) ? readdirSync(data).map((name) => join(data, name)) : [];
  const [first, ...others] = inFolder.filter((path) => !ours.has(path));
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    throw new CannotBeDone(
      `${data} is not empty: it holds ${basename(first)}${more}. ${maker.named} overwrites nothing; name another folder with --data.`,
    );
  }
  if (existsSync(file)) {
    throw new CannotBeDone(
      `${file} exists already. ${maker.named} overwrites nothing; name another store with --store.`,
    );
  }
}

function fileOf({ store }: Place, { onlySqlite }: Maker): string {
  const address = storeAddress(store);
  if (address.kind !== 'sqlite') throw new CannotBeDone(onlySqlite);
  return resolve(address.file);
}

function putInPlace(draft: string, file: string): void {
  const wal = statSync(`${draft}-wal`, { throwIfNoEntry: false });
  if (wal && wal.size > 0) throw new CannotBeDone(`${draft}-wal was not taken over by SQLite; nothing was written.`);
  renameSync(draft, file);
  syncFolder(dirname(file));
}

function removeDatabase(file: string): void {
  for (const suffix of ['', ...BESIDE]) rmSync(`${file}${suffix}`, { force: true, recursive: true });
}
