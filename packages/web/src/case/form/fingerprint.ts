import type { EnteredDocument } from './field.ts';

/** The largest file that a browser is asked to hash: it is read into memory at once. */
export const LARGEST_FILE = 256 * 1024 * 1024;

/** Why a file's fingerprint could not be taken. */
export class NoFingerprint extends Error {
  override readonly name = 'NoFingerprint';
  readonly why: 'too-large' | 'insecure' | 'unreadable';
  constructor(why: NoFingerprint['why']) {
    super(`No fingerprint: ${why}.`);
    this.why = why;
  }
}

/**
 * Takes the fingerprint (SHA-256) of a file in this browser; the file goes nowhere.
 * @throws NoFingerprint when it is too large, cannot be read, or the page was not loaded over https or from this computer
 */
export async function fingerprintOf(file: File): Promise<EnteredDocument> {
  if (file.size > LARGEST_FILE) throw new NoFingerprint('too-large');
  if (!globalThis.crypto?.subtle) throw new NoFingerprint('insecure');
  const content = await file.arrayBuffer().catch(() => {
    throw new NoFingerprint('unreadable');
  });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return {
    name: nameOf(file),
    sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    ...(file.type === '' ? {} : { mediaType: file.type.slice(0, 200) }),
    bytes: file.size,
  };
}

/** A file's name as an event takes it: one line of at most 200 characters. */
function nameOf({ name }: File): string {
  return (
    name
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 200) || 'file'
  );
}
