import { createHmac } from 'node:crypto';
import { proposedEvent } from '@rectify/engine';
import { foreseenTally } from '@rectify/projections';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const ALGORITHM = 'HS256';
const ISSUER = 'rectify';
const AUDIENCE = 'rectify-preview';

/** How long what a preview showed may be acted on, in seconds: half an hour. */
const PREVIEW_LIFETIME = 30 * 60;

/** What a preview showed, bound together: who saw what would become of which mines, and when. */
const previewed = z.object({
  campaignId: z.string(),
  actor: z.string(),
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  event: proposedEvent,
  position: z.string(),
  digest: z.string(),
  ...foreseenTally.pick({ count: true, foreseen: true }).shape,
});

/** {@link previewed} as a type. */
export type Previewed = z.infer<typeof previewed>;

/** A token is of no preview, or of one too long ago. The message is for whoever sent it. */
export class PreviewTokenRefused extends Error {
  override readonly name = 'PreviewTokenRefused';
}

/** Signs and reads the tokens of previews. They are kept nowhere: every node with the same key reads them. */
export interface PreviewTokens {
  /** Signs what was shown at `now` (an ISO instant); `id` makes each token another. */
  sign(shown: Previewed, now: string, id: string): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** @throws PreviewTokenRefused */
  read(token: string, now: string): Promise<Previewed>;
}

/** Tokens of previews, signed with a key of their own that follows from `secret`. */
export function previewTokens(secret: Uint8Array): PreviewTokens {
  const key = createHmac('sha256', secret).update('previews').digest();
  return {
    async sign(shown, now, id) {
      const from = Math.floor(Date.parse(now) / 1000);
      const until = from + PREVIEW_LIFETIME;
      const token = await new SignJWT({ shown })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setJti(id)
        .setIssuedAt(from)
        .setExpirationTime(until)
        .sign(key);
      return { token, expiresAt: new Date(until * 1000).toISOString() };
    },
    async read(token, now) {
      const options = { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, currentDate: new Date(now) };
      try {
        const { payload } = await jwtVerify(token, key, options);
        return previewed.parse(payload.shown);
      } catch (error) {
        if (error instanceof errors.JWTExpired)
          throw new PreviewTokenRefused('is of a preview that was too long ago: look again');
        if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof z.ZodError)
          throw new PreviewTokenRefused('is not the token of a preview');
        throw error;
      }
    },
  };
}
