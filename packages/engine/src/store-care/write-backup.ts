import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { z } from 'zod';
import { type LogDigest, logDigester } from '../event-store/digest.ts';
import type { EventReader, Position } from '../event-store/event-store.ts';
import { BACKUP_FORMAT, type BackupEnd, type BackupHeader } from './backup-format.ts';
import { faultFinder, type StoreFault } from './faults.ts';
import { openBackup } from './read-backup.ts';
import { syncFolder } from './sync-folder.ts';

/** An error of the operating system, such as a full disk. */
const systemError = z.object({ syscall: z.string(), message: z.string() });

/** There is a file of that name already, and nothing is overwritten. */
export class BackupExists extends Error {
  override readonly name = 'BackupExists';
  constructor(file: string) {
    super(`${file} exists already, and a backup overwrites nothing. Name another file.`);
  }
}

/** No backup was made; the message says why. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}

/** How far a backup has come: events written, then events of it that were read back. */
export interface BackupProgress {
  readonly doing: 'writing' | 'reading back';
  readonly events: number;
}

/** What a backup holds. */
export interface WrittenBackup extends LogDigest {
  readonly head: Position | null;
}

/**
 * Writes a backup of all events up to the head of now: a log only ever grows at its end, so every beginning of it is consistent. It reads a
 * batch at a time and keeps nothing open in the store between two, so that neither its writer nor its checkpoints wait.
 *
 * The file comes into being under another name beside `file`, is synced and read back whole, and only then gets its name.
 *
 * @throws BackupExists
 * @throws BackupFailed when the store has faults, so that it could not be restored, or the file cannot be written
 * @throws the signal's reason when it aborts; what reading throws
 */
export async function writeBackup({
  from,
  file,
  madeAt,
  files,
  signal,
  onProgress = () => {},
}: Omit<BackupHeader, 'format' | 'storeId'> & {
  readonly from: Pick<EventReader, 'storeId' | 'readAll'>;
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
}): Promise<WrittenBackup> {
  if (existsSync(file)) throw new BackupExists(file);
  const draft = `${file}-${process.pid}.part`;
  const header = { format: BACKUP_FORMAT, storeId: from.storeId, madeAt, files } satisfies BackupHeader;
  try {
    await pipeline(
      Readable.from(linesOf(from, header, (events) => onProgress({ doing: 'writing', events }))),
      createGzip({ level: constants.Z_BEST_SPEED }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
      { signal },
    );
    const { head, events, digest } = await openBackup(draft, (done) => {
      signal?.throwIfAborted();
      onProgress({ doing: 'reading back', events: done });
    });
    if (existsSync(file)) throw new BackupExists(file);
    renameSync(draft, file);
    syncFolder(dirname(file));
    return { head, events, digest };
  } catch (error) {
    rmSync(draft, { force: true });
    signal?.throwIfAborted();
    const failure = systemError.safeParse(error);
    if (failure.success) throw new BackupFailed(`No backup was made: ${failure.data.message}.`, { cause: error });
    throw error;
  }
}

async function* linesOf(
  from: Pick<EventReader, 'readAll'>,
  header: BackupHeader,
  onProgress: (events: number) => void,
): AsyncGenerator<string> {
  const finder = faultFinder(refuse);
  const digester = logDigester();
  const hash = createHash('sha256');
  const hashed = (lines: readonly unknown[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    hash.update(text);
    return text;
  };
  let head: Position | null = null;
  let events = 0;
  yield hashed([header]);
  for await (const batch of from.readAll()) {
    for (const event of batch) finder.look(event);
    digester.add(batch);
    events += batch.length;
    head = batch.at(-1)?.position ?? head;
    yield hashed(batch);
    onProgress(events);
  }
  finder.end();
  yield `${JSON.stringify({ head, ...digester.end(), lines: hash.digest('hex') } satisfies BackupEnd)}\n`;
}

function refuse({ detail }: StoreFault): never {
  throw new BackupFailed(
    `No backup was made, for it could not be restored: ${detail} \`rectify store check\` tells all that is wrong.`,
  );
}
