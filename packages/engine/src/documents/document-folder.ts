import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentType } from '../rectification/document-types.ts';
import { syncFolder } from '../store-care/sync-folder.ts';
import { differs, isEmpty, isTooLarge } from './errors.ts';
import { documentTypeOf } from './media-type.ts';

/** A document as it is kept: SHA-256 of its content in hexadecimal, size in bytes, and what its content says it is. */
export interface KeptDocument {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: DocumentType;
}

/** What limits a document that comes. */
export interface Receiving {
  /** The most bytes that are taken. */
  readonly limit: number;
  /** The fingerprint that was announced, if one was. */
  readonly announced?: string | undefined;
}

/** How a document that should be there is found to be. */
export type DocumentCondition = 'whole' | 'missing' | 'changed';

/** A folder in which each file is named by what it holds, so that none can be changed unnoticed and the same content is kept once. */
export interface DocumentFolder {
  /**
   * Keeps content under its fingerprint, and answers when it is durable. What does not come whole leaves nothing behind.
   * @throws DocumentRefused; what reading the content throws; the system's error when it cannot be written
   */
  receive(content: AsyncIterable<Uint8Array>, receiving: Receiving): Promise<KeptDocument>;
  /** Whether a document is kept here. */
  has(sha256: string): boolean;
  /** The file that holds a document, and what its content says it is; undefined if it is not kept here. */
  find(sha256: string): Promise<{ readonly file: string; readonly mediaType: DocumentType } | undefined>;
  /** Reads a document anew and compares it with its name. */
  conditionOf(sha256: string): Promise<DocumentCondition>;
  /** The content of a document. @throws the system's error where there is none */
  read(sha256: string): AsyncIterable<Uint8Array>;
}

const FINGERPRINT = /^[0-9a-f]{64}$/;

/** Opens the folder of documents in a data folder; it is made with the first document. */
export function documentFolder(dataFolder: string): DocumentFolder {
  const folder = join(dataFolder, 'documents');
  const incoming = join(folder, 'incoming');

  /** Documents lie in folders by the beginning of their names: some systems are slow with very many in one. */
  function placeOf(sha256: string): { readonly folder: string; readonly file: string } {
    if (!FINGERPRINT.test(sha256)) throw new TypeError('A document is named by its SHA-256 fingerprint.');
    const beginning = join(folder, sha256.slice(0, 2));
    return { folder: beginning, file: join(beginning, sha256) };
  }

  const has = (sha256: string) => existsSync(placeOf(sha256).file);
  const read = (sha256: string) => createReadStream(placeOf(sha256).file);

  return {
    async receive(content, { limit, announced }) {
      mkdirSync(incoming, { recursive: true, mode: 0o700 });
      const draft = join(incoming, randomUUID());
      try {
        const { sha256, bytes } = await writeDraft(draft, content, limit);
        if (announced !== undefined && announced !== sha256) throw differs();
        const mediaType = await documentTypeOf(draft);
        const place = placeOf(sha256);
        mkdirSync(place.folder, { recursive: true, mode: 0o700 });
        renameSync(draft, place.file);
        for (const changed of [place.folder, folder]) syncFolder(changed);
        return { sha256, bytes, mediaType };
      } finally {
        rmSync(draft, { force: true });
      }
    },
    has,
    async find(sha256) {
      const { file } = placeOf(sha256);
      return has(sha256) ? { file, mediaType: await documentTypeOf(file) } : undefined;
    },
    async conditionOf(sha256) {
      if (!has(sha256)) return 'missing';
      const hash = createHash('sha256');
      for await (const part of read(sha256)) hash.update(part);
      return hash.digest('hex') === sha256 ? 'whole' : 'changed';
    },
    read,
  };
}

/** Removes what was coming when the process ended. Only for whoever holds the lock of the data folder. */
export function removeUnfinishedDocuments(dataFolder: string): void {
  rmSync(join(dataFolder, 'documents', 'incoming'), { recursive: true, force: true });
}

async function writeDraft(
  draft: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Pick<KeptDocument, 'sha256' | 'bytes'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(draft, 'wx', 0o600);
  try {
    for await (const part of content) {
      bytes += part.byteLength;
      if (bytes > limit) throw isTooLarge(limit);
      hash.update(part);
      await file.writeFile(part);
    }
    if (bytes === 0) throw isEmpty();
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}
