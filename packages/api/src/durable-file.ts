import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Only whoever runs the server may read what it keeps of people. */
const OWN = { folder: 0o700, file: 0o600 };

/** Puts JSON in the place of a file, durably and never half; `draft` names what is being written. @throws the system's error */
export function replaceFile(file: string, content: unknown, draft: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: OWN.folder });
  const begun = `${file}-${draft}`;
  const opened = openSync(begun, 'wx', OWN.file);
  try {
    writeSync(opened, textOf(content));
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(begun, file);
}

/** {@link replaceFile} without holding up anything else meanwhile. Who calls it waits for one before the next. */
export async function replaceFileBeside(file: string, content: unknown, draft: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: OWN.folder });
  const begun = `${file}-${draft}`;
  const opened = await open(begun, 'wx', OWN.file);
  try {
    await opened.writeFile(textOf(content));
    await opened.sync();
  } finally {
    await opened.close();
  }
  await rename(begun, file);
}

function textOf(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}
