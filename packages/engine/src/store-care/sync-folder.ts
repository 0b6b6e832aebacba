import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes durable which names a folder holds: a file that was renamed into it is found under its new name after a power cut. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
