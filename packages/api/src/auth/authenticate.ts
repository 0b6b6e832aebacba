import { Problem } from '../problems.ts';
import { type SignedIn, TokenRefused, verifyToken } from './token.ts';

/**
 * Reads who is calling from the `Authorization` header.
 * @throws Problem `unauthenticated` without a valid bearer token
 */
export async function authenticate(header: string | undefined, key: Uint8Array, now: string): Promise<SignedIn> {
  const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,16000})$/i.exec(header ?? '')?.[1];
  if (token === undefined) {
    throw refused(
      'Send your token as `Authorization: Bearer …`; in dev mode POST /v1/dev/session or `rectify token` gives one.',
    );
  }
  try {
    return await verifyToken(key, token, now);
  } catch (error) {
    if (error instanceof TokenRefused) throw refused(error.message, 'invalid_token');
    throw error;
  }
}

function refused(detail: string, error?: string): Problem {
  const challenge = `Bearer realm="rectify"${error === undefined ? '' : `, error="${error}"`}`;
  return new Problem('unauthenticated', { detail, headers: { 'WWW-Authenticate': challenge } });
}
