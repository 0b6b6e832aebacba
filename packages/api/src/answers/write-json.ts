import type { Response } from 'express';

/** The header that says how far the log had come, for a later read's `Rectify-After`. */
const RECTIFY_POSITION = 'Rectify-Position';

/** Answers with JSON; `position` is how far the log had come for it, null for an empty log. */
export function writeJson(
  response: Response,
  body: object,
  { status = 200, position }: { readonly status?: number; readonly position?: string | null | undefined } = {},
): void {
  if (position !== undefined && position !== null) response.set(RECTIFY_POSITION, position);
  response
    .status(status)
    .set({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
    .send(JSON.stringify(body));
}
