import { writeKeptFiles } from '@rectify/api';
import {
  type Backup,
  BackupUnusable,
  checkStore,
  documentFolder,
  type LogDigest,
  requireSame,
  type StoreFault,
} from '@rectify/engine';
import { CannotBeDone } from '../failures.ts';
import type { Place } from '../options/place.ts';
import { copyInto } from './copying.ts';
import { inNewFolder, type Maker } from './new-folder.ts';

/** What is told while a backup is restored. */
interface Restoring {
  readonly signal: AbortSignal;
  readonly onProgress: (doing: 'copying' | 'reading back', events: number) => void;
}

/** What a new data folder holds. */
export interface Restored extends LogDigest {
  readonly storeId: string;
  readonly head: string | null;
  readonly documents: number;
  /** The files beside the store, relative to the folder. */
  readonly files: readonly string[];
}

/** A restore, as the maker of a new data folder. */
export const aRestore: Maker = {
  named: 'A restore',
  draft: '.restoring',
  onlySqlite:
    'A backup is restored into a SQLite file; from there `rectify copy` brings it into a store of another kind.',
};

/**
 * Makes a new data folder of a backup, and checks it (see {@link inNewFolder}).
 * @throws CannotBeDone when anything would be overwritten; CopyDiffers, UnknownKeptFile, StoreLocked
 */
export function restoreInto(place: Place, backup: Backup, { signal, onProgress }: Restoring): Promise<Restored> {
  return inNewFolder(place, aRestore, async (draft) => {
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
    const folder = documentFolder(place.data);
    for await (const { sha256, content } of backup.readDocuments()) {
      signal.throwIfAborted();
      const { sha256: found } = await folder.receive(content, { limit: Number.POSITIVE_INFINITY });
      if (found !== sha256) throw new BackupUnusable(`Document ${sha256} of the backup has another fingerprint.`);
    }
    writeKeptFiles(place.data, backup.files);
    return { storeId, head, events, digest, documents: backup.documents, files: backup.files.map(({ path }) => path) };
  });
}

function refuse({ detail }: StoreFault): never {
  throw new CannotBeDone(`Nothing was restored: ${detail}`);
}
