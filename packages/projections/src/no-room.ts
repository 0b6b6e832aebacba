import { z } from 'zod';

/** SQLITE_FULL of https://www.sqlite.org/rescode.html. */
const FULL = 13;

const fullError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int() });

/** Whether an error says that the disk is full: nothing of the transaction was stored, and it works again once there is room. */
export function isNoRoom(error: unknown): boolean {
  const known = fullError.safeParse(error);
  // Extended codes hold the primary one in their lowest byte.
  return known.success && (known.data.errcode & 0xff) === FULL;
}
