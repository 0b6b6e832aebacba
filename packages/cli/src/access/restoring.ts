import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writeKeptFiles } from '@rectify/api';
import {
  type Backup,
  checkStore,
  type LogDigest,
  lockForWriting,
  requireSame,
  type StoreFault,
  storeAddress,
  syncFolder,
} from '@rectify/engine';
import { CannotBeDone } from '../failures.ts';
import type { Place } from '../options/place.ts';
import { copyInto } from './copying.ts';

/** What is told while a backup is restored. */
interface Restoring {
  readonly signal: AbortSignal;
  readonly onProgress: (doing: 'copying' | 'reading back', events: number) => void;
}

/** What a new data folder holds. */
export interface Restored extends LogDigest {
  readonly storeId: string;
  readonly head: string | null;
  /** The files beside the store, relative to the folder. */
  readonly files: readonly string[];
}

/** What SQLite keeps beside a database file, and the lock of its writer. */
const BESIDE = ['-wal', '-shm', '-lock'];

/**
 * Makes a new data folder of a backup, and checks it. The folder is locked meanwhile, so that no server
 * starts on it. A store in a file gets its name as the last thing; what is half done has another name and is removed.
 * @throws CannotBeDone when anything would be overwritten; CopyDiffers, UnknownKeptFile, StoreLocked
 */
export async function restoreInto(place: Place, backup: Backup, { signal, onProgress }: Restoring): Promise<Restored> {
  const file = fileOf(place);
  mkdirSync(place.data, { recursive: true });
  const lock = lockForWriting(join(place.data, 'server'));
  const draft = draftOf(file);
  try {
    requireNothingThere(place);
    removeDatabase(draft);
    const { storeId, ...copied } = await copyInto(`sqlite:${draft}`, backup, {
      sourceId: backup.storeId,
      signal,
      onProgress: (events) => onProgress('copying', events),
    });
    const { head, events, digest } = await checkStore(`sqlite:${draft}`, {
      onFault: refuse,
      onProgress(done) {
        signal.throwIfAborted();
        onProgress('reading back', done);
      },
    });
    requireSame(copied, { events, digest });
    requireSame(backup, { events, digest });
    writeKeptFiles(place.data, backup.files);
    putInPlace(draft, file);
    return { storeId, head, events, digest, files: backup.files.map(({ path }) => path) };
  } finally {
    removeDatabase(draft);
    lock.release();
  }
}

function draftOf(file: string): string {
  return `${file}.restoring`;
}

/**
 * Makes sure that a restore overwrites nothing: the data folder is empty or not there, and so is the store's file. What a restore that was
 * killed left behind is not in the way.
 * @throws CannotBeDone naming what is in the way
 */
export function requireNothingThere(place: Place): void {
  const { data } = place;
  const file = fileOf(place);
  const draft = draftOf(file);
  const ours = new Set([join(data, 'server-lock'), ...['', ...BESIDE].map((suffix) => `${draft}${suffix}`)]);
  const inFolder = existsSync(data) ? readdirSync(data).map((name) => join(data, name)) : [];
  const [first, ...others] = inFolder.filter((path) => !ours.has(path));
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    throw new CannotBeDone(
      `${data} is not empty: it holds ${basename(first)}${more}. A restore overwrites nothing; name another folder with --data.`,
    );
  }
  if (existsSync(file)) {
    throw new CannotBeDone(`${file} exists already. A restore overwrites nothing; name another store with --store.`);
  }
}

function fileOf({ store }: Place): string {
  const address = storeAddress(store);
  if (address.kind !== 'sqlite') {
    throw new CannotBeDone(
      'A backup is restored into a SQLite file; from there `rectify copy` brings it into a store of another kind.',
    );
  }
  return resolve(address.file);
}

function putInPlace(draft: string, file: string): void {
  const wal = statSync(`${draft}-wal`, { throwIfNoEntry: false });
  if (wal && wal.size > 0) throw new CannotBeDone(`${draft}-wal was not taken over by SQLite; nothing was restored.`);
  renameSync(draft, file);
  syncFolder(dirname(file));
}

function removeDatabase(file: string): void {
  for (const suffix of ['', ...BESIDE]) rmSync(`${file}${suffix}`, { force: true });
}

function refuse({ detail }: StoreFault): never {
  throw new CannotBeDone(`Nothing was restored: ${detail}`);
}
