import { document as documentSchema, documentTypes } from '@rectify/engine/rectification';
import { problemOf, requestHeaders } from '../api/client.ts';
import { Unreachable } from '../api/problem.ts';
import { askSignedIn } from '../api/signed-in.ts';
import type { EnteredDocument } from '../case/form/field.ts';
import { fingerprintOf, nameOf } from './fingerprint.ts';

/** The endings of files that can be sent, as an input of files takes them. */
export const ENDINGS = Object.values(documentTypes).flat().join(',');

/** How a document is sent. */
export interface Sending {
  readonly signal?: AbortSignal;
  /** How much of it was sent, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Sends a file to be kept, and answers it as an event names it. Sending the same again is keeping it once.
 * @throws Unreadable; Problem when it is refused; Unreachable; the signal's reason when it aborts
 */
export async function sendDocument(file: File, sending: Sending = {}): Promise<EnteredDocument> {
  const sha256 = await fingerprintOf(file);
  sending.signal?.throwIfAborted();
  const query = new URLSearchParams({ name: nameOf(file), ...(sha256 === undefined ? {} : { sha256 }) });
  const response = await askSignedIn(() => sent(`/v1/documents?${query}`, file, sending), sending.signal);
  if (!response.ok) throw await problemOf(response);
  const { bytes = file.size, ...kept } = documentSchema.parse(await response.json());
  return { ...kept, bytes };
}

/** Sends a body and tells how far it is, which `fetch` cannot. */
function sent(path: string, body: File, { signal, onProgress }: Sending): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const call = new XMLHttpRequest();
  call.open('POST', path);
  for (const [name, value] of Object.entries(requestHeaders())) call.setRequestHeader(name, value);
  call.setRequestHeader('Content-Type', body.type || 'application/octet-stream');
  call.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
  call.onload = () => resolve(new Response(call.responseText, { status: call.status }));
  call.onerror = () => reject(new Unreachable('The server does not answer.'));
  call.onabort = () => reject(signal?.reason);
  signal?.addEventListener('abort', () => call.abort(), { once: true });
  call.send(body);
  return promise;
}
