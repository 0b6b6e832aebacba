import { z } from 'zod';
import type { EventReader, RecordedEvent } from '../event-store/event-store.ts';
import { knownProcedures } from '../known-procedures.ts';
import { mineStream } from '../rectification/fact.ts';
import { difference } from './difference.ts';
import { verifyMine } from './verify-mine.ts';

/** What verifying some mines came to: how many there were, with how many events, and every difference. */
export const verifiedMines = z.strictObject({
  mines: z.int(),
  events: z.int(),
  differences: z.array(difference),
});

/** {@link verifiedMines} as a type. */
export type VerifiedMines = z.infer<typeof verifiedMines>;

/** Returns what verifies mines of a store, one after another, so that one mine's events at a time are in memory. */
export function mineVerifier(
  reader: Pick<EventReader, 'read'>,
): (mineIds: readonly string[]) => Promise<VerifiedMines> {
  const procedures = knownProcedures(reader);
  return async (mineIds) => {
    const verified: VerifiedMines = { mines: 0, events: 0, differences: [] };
    for (const mineId of mineIds) {
      const events: RecordedEvent[] = [];
      for await (const batch of reader.read(mineStream(mineId))) events.push(...batch);
      // Procedures are read after the events, so that all that these name are among them.
      verified.differences.push(...verifyMine(mineId, events, await procedures()));
      verified.mines += events.length > 0 ? 1 : 0;
      verified.events += events.length;
    }
    return verified;
  };
}
