import { errors, jwtVerify, SignJWT } from 'jose';
import { type Caller, claims } from './claims.ts';

const ALGORITHM = 'HS256';
const ISSUER = 'rectify-dev';
const AUDIENCE = 'rectify';

/** How long a token lasts unless said otherwise, in seconds: twelve hours. */
export const TOKEN_LIFETIME = 12 * 60 * 60;

/** A token is not accepted; the message is for whoever sent it and says nothing about what a right one would hold. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** A caller and until when they are signed in, in seconds since 1970. */
export interface SignedIn {
  readonly caller: Caller;
  readonly expiresAt: number;
}

/** Signs a token for a caller from `now` (an ISO instant) on; it lasts `lifetime` seconds. */
export async function mintToken(
  key: Uint8Array,
  { id, ...rest }: Caller,
  { now, lifetime = TOKEN_LIFETIME }: { readonly now: string; readonly lifetime?: number },
): Promise<string> {
  const seconds = Math.floor(Date.parse(now) / 1000);
  return new SignJWT(rest)
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setSubject(id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifetime)
    .sign(key);
}

/**
 * Checks a token: one algorithm, our issuer and audience, not expired at `now` (an ISO instant), every claim there.
 * @throws TokenRefused
 */
export async function verifyToken(key: Uint8Array, token: string, now: string): Promise<SignedIn> {
  const payload = await verifiedPayload(key, token, new Date(now));
  const read = claims.safeParse(payload);
  if (!read.success) {
    const missing = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
    throw new TokenRefused(`The token does not say who you are: ${missing.join(', ')} missing or wrong.`);
  }
  const { sub, exp, ...rest } = read.data;
  return { caller: { id: sub, ...rest }, expiresAt: exp };
}

async function verifiedPayload(key: Uint8Array, token: string, currentDate: Date): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      currentDate,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new TokenRefused('The token has expired; sign in again.');
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      throw new TokenRefused('The token is not valid here.');
    throw error;
  }
}
