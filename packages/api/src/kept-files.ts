import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptFile } from '@rectify/engine';
import { SIGNING_KEY_FILE } from './auth/signing-key.ts';
import { MAIL_CHECKPOINT_FILE } from './mail/checkpoint.ts';
import { isOfSomebody, PEOPLE_FOLDER } from './notifications/people-folder.ts';

/**
 * What a data folder holds beside the event store that cannot be made anew: the signing key, on which tokens rest and the pseudonyms under
 * which people are shown; what people chose to be told of, how far they were told, and what they saw. The read database is folded again, `server.json` and the locks are of a process.
 */
const KEPT = [SIGNING_KEY_FILE, MAIL_CHECKPOINT_FILE];

/** A backup holds a file that this version does not know; nothing was written. */
export class UnknownKeptFile extends Error {
  override readonly name = 'UnknownKeptFile';
  constructor(path: string) {
    super(
      `The backup holds ${JSON.stringify(path)}, which this version of Rectify does not know. Use the version that wrote it, or a newer one.`,
    );
  }
}

/** The files of a data folder that a backup has to hold, as far as they are there. */
export function keptFiles(dataFolder: string): KeptFile[] {
  return [...KEPT, ...filesOfPeople(dataFolder)]
    .filter((path) => existsSync(join(dataFolder, path)))
    .map((path) => ({ path, base64: readFileSync(join(dataFolder, path)).toString('base64') }));
}

/** What people chose and saw; not what is being written. */
function filesOfPeople(dataFolder: string): string[] {
  const folder = join(dataFolder, PEOPLE_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => `${PEOPLE_FOLDER}/${name}`)
    .filter(isOfSomebody);
}

/**
 * Writes what {@link keptFiles} read into another data folder, readable by its owner alone, and synced.
 * @throws UnknownKeptFile; the system's error when one of them is there already
 */
export function writeKeptFiles(dataFolder: string, files: readonly KeptFile[]): void {
  for (const { path } of files) if (!KEPT.includes(path) && !isOfSomebody(path)) throw new UnknownKeptFile(path);
  for (const { path, base64 } of files) {
    const file = join(dataFolder, path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, Buffer.from(base64, 'base64'), { flag: 'wx', mode: 0o600, flush: true });
  }
}
