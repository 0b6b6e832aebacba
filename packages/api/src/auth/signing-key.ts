import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const BYTES = 32;

/** Where a data folder has its signing key, relative to it. */
export const SIGNING_KEY_FILE = 'keys/dev-tokens.key';

/** The file of a signing key holds something else; nothing is guessed. */
export class SigningKeyUnusable extends Error {
  override readonly name = 'SigningKeyUnusable';
  constructor(file: string) {
    super(
      `${file} does not hold a signing key. Delete it to have a new one made; tokens signed with the old one end with it.`,
    );
  }
}

/**
 * The secret that dev tokens of a data folder are signed with (256 bits for HS256), made once and readable by its owner alone. Whoever
 * can read it can sign in as anyone. Two processes that ask at the same time get the same key.
 * @throws SigningKeyUnusable
 */
export function signingKey(dataFolder: string): Uint8Array {
  const file = join(dataFolder, SIGNING_KEY_FILE);
  if (!existsSync(file)) make(dirname(file), file);
  const text = readFileSync(file, 'utf8').trim();
  const key = Buffer.from(text, 'base64url');
  if (key.length !== BYTES || key.toString('base64url') !== text) throw new SigningKeyUnusable(file);
  return new Uint8Array(key);
}

/** Writes a new key beside its place and links it there: the first one wins, and none is ever seen half written. */
function make(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(BYTES).toString('base64url');
  const draft = `${file}-${process.pid}-${secret.slice(0, 8)}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, `${secret}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
