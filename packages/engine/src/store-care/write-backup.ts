import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { z } from 'zod';
import type { DocumentFolder } from '../documents/document-folder.ts';
import { isReceived, receivedIn } from '../documents/received.ts';
import { type LogDigest, logDigester } from '../event-store/digest.ts';
import type { EventReader, Position } from '../event-store/event-store.ts';
import { BACKUP_FORMAT, type BackupDocument, type BackupEnd, type BackupHeader } from './backup-format.ts';
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
  /** How many documents are in it. */
  readonly documents: number;
  /** The fingerprints of those that came according to the log, but are missing or were changed: they are not in it. */
  readonly lostDocuments: readonly string[];
}

/** The most bytes of a document in one line. */
const PART = 192 * 1024;

/**
 * Writes a backup of all events up to the head of now, and of the documents that came according to them: a log only ever grows at its end, so every beginning
 * of it is consistent, and a document is kept before the log says so. It reads a batch at a time and keeps nothing open in the store between two, so that neither
 * its writer nor its checkpoints wait.
 *
 * The file comes into being under another name beside `file`, is synced and read back whole, and only then gets its name.
 *
 * @throws BackupExists
 * @throws BackupFailed when the store has faults, so that it could not be restored, or the file cannot be written
 * @throws the signal's reason when it aborts; what reading throws
 */
export async function writeBackup({
  from,
  documents,
  file,
  madeAt,
  files,
  signal,
  onProgress = () => {},
}: Omit<BackupHeader, 'format' | 'storeId'> & {
  readonly from: Pick<EventReader, 'storeId' | 'readAll'>;
  readonly documents: Pick<DocumentFolder, 'conditionOf' | 'read'>;
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
}): Promise<WrittenBackup> {
  if (existsSync(file)) throw new BackupExists(file);
  const draft = `${file}-${process.pid}.part`;
  const lostDocuments: string[] = [];
  const header = { format: BACKUP_FORMAT, storeId: from.storeId, madeAt, files } satisfies BackupHeader;
  try {
    await pipeline(
      Readable.from(
        linesOf(from, header, {
          documents,
          onLost: (sha256) => lostDocuments.push(sha256),
          onProgress: (events) => onProgress({ doing: 'writing', events }),
        }),
      ),
      createGzip({ level: constants.Z_BEST_SPEED }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
      { signal },
    );
    const {
      head,
      events,
      digest,
      documents: held,
    } = await openBackup(draft, (done) => {
      signal?.throwIfAborted();
      onProgress({ doing: 'reading back', events: done });
    });
    if (existsSync(file)) throw new BackupExists(file);
    renameSync(draft, file);
    syncFolder(dirname(file));
    return { head, events, digest, documents: held, lostDocuments };
  } catch (error) {
    rmSync(draft, { force: true });
    signal?.throwIfAborted();
    const failure = systemError.safeParse(error);
    if (failure.success) throw new BackupFailed(`No backup was made: ${failure.data.message}.`, { cause: error });
    throw error;
  }
}

/** What the lines of a backup are made of beside the log. */
interface Lines {
  readonly documents: Pick<DocumentFolder, 'conditionOf' | 'read'>;
  readonly onLost: (sha256: string) => void;
  readonly onProgress: (events: number) => void;
}

async function* linesOf(
  from: Pick<EventReader, 'readAll'>,
  header: BackupHeader,
  { documents, onLost, onProgress }: Lines,
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
  const received: string[] = [];
  yield hashed([header]);
  for await (const batch of from.readAll()) {
    for (const event of batch) finder.look(event);
    digester.add(batch);
    events += batch.length;
    head = batch.at(-1)?.position ?? head;
    received.push(...batch.filter(isReceived).map((event) => receivedIn(event).sha256));
    yield hashed(batch);
    onProgress(events);
  }
  finder.end();
  let held = 0;
  for (const sha256 of received) {
    if ((await documents.conditionOf(sha256)) !== 'whole') {
      onLost(sha256);
      continue;
    }
    held += 1;
    for await (const part of partsOf(sha256, documents.read(sha256))) yield hashed([part]);
  }
  const end = { head, ...digester.end(), documents: held, lines: hash.digest('hex') } satisfies BackupEnd;
  yield `${JSON.stringify(end)}\n`;
}

async function* partsOf(document: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<BackupDocument> {
  for await (const part of content) {
    for (let from = 0; from < part.byteLength; from += PART) {
      const base64 = Buffer.from(part.subarray(from, from + PART)).toString('base64');
      yield { document, base64, last: false };
    }
  }
  yield { document, base64: '', last: true };
}

function refuse({ detail }: StoreFault): never {
  throw new BackupFailed(
    `No backup was made, for it could not be restored: ${detail} \`rectify store check\` tells all that is wrong.`,
  );
}
