import { z } from 'zod';
import type { Acknowledged } from './ledger.ts';

const line = z.object({ eventId: z.string(), stream: z.string(), revision: z.int() });

/** Reads what a sending process has printed; a last line that was cut off acknowledges nothing. */
export function acknowledgedIn(printed: string): Acknowledged[] {
  return printed
    .split('\n')
    .slice(0, -1)
    .map((text) => line.parse(JSON.parse(text)));
}
