import { z } from 'zod';
import { newKey } from '../api/client.ts';
import type { EnteredDocument } from '../case/form/field.ts';
import { keepOnDevice, readFromDevice, removeFromDevice } from './device.ts';

const keptFile = z.object({
  name: z.string(),
  content: z.instanceof(Blob),
  received: z
    .object({ name: z.string(), sha256: z.string(), mediaType: z.string().exactOptional(), bytes: z.number() })
    .exactOptional(),
});

/** A file that lies on this device, and as what the server received it, if it has. */
export interface KeptFile {
  readonly name: string;
  readonly content: Blob;
  readonly received?: EnteredDocument;
}

/** What is kept while the page is open, wherever the browser keeps nothing longer. */
const open = new Map<string, KeptFile>();

/** Keeps a file on this device and answers its id. */
export async function keepFile(file: KeptFile, id = newKey()): Promise<string> {
  if (await keepOnDevice('files', id, file)) open.delete(id);
  else open.set(id, file);
  return id;
}

/** A file that is kept here, or undefined. */
export async function readFile(id: string): Promise<KeptFile | undefined> {
  return open.get(id) ?? keptFile.safeParse(await readFromDevice('files', id)).data;
}

/** Removes files from this device. */
export async function removeFiles(ids: readonly string[]): Promise<void> {
  for (const id of ids) open.delete(id);
  await Promise.all(ids.map((id) => removeFromDevice('files', id)));
}
