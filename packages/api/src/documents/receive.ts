import { type Document, DocumentRefused, documentTypes, isTooLarge, recordReceived } from '@rectify/engine';
import type { Request } from 'express';
import { z } from 'zod';
import type { AppNeeds } from '../app-needs.ts';
import { type Caller, personOf } from '../auth/claims.ts';
import { Problem, type ProblemType } from '../problems.ts';

const systemError = z.object({ code: z.enum(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO']) });

const problemOf: Readonly<Record<DocumentRefused['why'], ProblemType>> = {
  empty: 'invalid',
  'too-large': 'too-large',
  type: 'unsupported-media-type',
  differs: 'invalid',
};

/**
 * Keeps the body of a request as a document, and puts on record who sent it. The same content again is kept once.
 * @throws Problem; StoreUnavailable and others of the store
 */
export async function receive(
  { documents: { folder, limit }, store, clock, newId }: AppNeeds,
  request: Request,
  { name, sha256: announced }: { readonly name: string; readonly sha256?: string | undefined },
  caller: Caller,
): Promise<Document> {
  try {
    if (Number(request.headers['content-length'] ?? 0) > limit) throw isTooLarge(limit);
    const kept = await folder.receive(request, { limit, announced });
    await recordReceived({ store, clock, newId }, kept, personOf(caller));
    return { name: withEnding(name, kept.mediaType), ...kept };
  } catch (error) {
    if (error instanceof DocumentRefused) {
      throw new Problem(problemOf[error.why], { detail: error.message, headers: { Connection: 'close' } });
    }
    if (request.destroyed && !request.complete) {
      throw new Problem('malformed', { detail: 'The document did not come whole. Nothing was kept: send it again.' });
    }
    if (systemError.safeParse(error).success) {
      const detail = 'Documents cannot be written just now. Nothing was kept: send it again later.';
      throw new Problem('unavailable', { detail, headers: { 'Retry-After': '60', Connection: 'close' } });
    }
    throw error;
  }
}

/** A name whose ending is one of its kind, so that who saves it opens it with what it is for. */
export function withEnding(name: string, mediaType: keyof typeof documentTypes): string {
  const endings: readonly string[] = documentTypes[mediaType];
  return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? name : `${name}${endings[0]}`;
}
