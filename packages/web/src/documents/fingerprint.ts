/** The largest file that a browser is asked to hash: it is read into memory at once. */
export const LARGEST_HASHED = 256 * 1024 * 1024;

/** A file could not be read: it may have been moved or changed since it was chosen. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * The fingerprint (SHA-256) of a file, by which the server sees that it came as it was; undefined for a very large one, and on a page that was not loaded over
 * https or from this computer, where browsers take none.
 * @throws Unreadable
 */
export async function fingerprintOf(file: File): Promise<string | undefined> {
  if (file.size > LARGEST_HASHED || !globalThis.crypto?.subtle) return undefined;
  const content = await file.arrayBuffer().catch((cause: unknown) => {
    throw new Unreadable('The file cannot be read.', { cause });
  });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A file's name as an event takes it: one line of at most 190 characters, so that an ending can be added. */
export function nameOf({ name }: Pick<File, 'name'>): string {
  return (
    name
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 190) || 'file'
  );
}
