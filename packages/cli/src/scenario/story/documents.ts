import { createHash } from 'node:crypto';
import type { Document } from '@rectify/engine';

/** A made-up document of a mine: the fingerprint is that of its name, for no such file exists. */
export function document(mineId: string, name: string): Document {
  const sha256 = createHash('sha256').update(`${mineId} ${name}`).digest('hex');
  return { name, sha256, mediaType: 'application/pdf' };
}
