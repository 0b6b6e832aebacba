import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';

/** Makes a folder for one test. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-event-store-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder that each test has of its own, and a file of events in it that is not there yet. */
export function folderOfEachTest(): { readonly folder: string; readonly file: string } {
  let temporary: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    temporary = temporaryFolder();
  });
  afterEach(() => temporary.remove());
  return {
    get folder() {
      return temporary.folder;
    },
    get file() {
      return join(temporary.folder, 'events.db');
    },
  };
}
