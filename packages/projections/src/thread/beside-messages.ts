import { z } from 'zod';
import type { MineAsWhole } from '../bulk/fold-mine.ts';
import type { PreparedFacts } from '../bulk/prepared-facts.ts';

/** What a thread that prepares begins with: the read database that is filled, and the SQLite store of which it reads the log itself, where it is one. */
export const besideAssignment = z.object({
  file: z.string(),
  storeId: z.string(),
  log: z.string().optional(),
});

/** What that thread begins with. */
export type BesideAssignment = z.infer<typeof besideAssignment>;

/** What it is told: to prepare the facts of a piece of the log, or to fold mines by their ids. */
export const toPrepare = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('facts'), after: z.string().optional(), upTo: z.string() }),
  z.object({ kind: z.literal('mines'), mineIds: z.array(z.string()) }),
]);

/** What it is told. */
export type ToPrepare = z.infer<typeof toPrepare>;

/**
 * What it answers, in the order in which it was told; null what it cannot prepare. Mines are JSON, which is read in half the time that a copy of so many values takes. Neither is checked
 * again: the thread runs the same code as whom it answers.
 */
export const beside = z.union([
  z.null(),
  z.object({ mines: z.string() }),
  z.object({ facts: z.custom<PreparedFacts>((facts) => typeof facts === 'object') }),
]);

/** What it answers. */
export type Beside = z.infer<typeof beside>;

/** Folded mines as they go from thread to thread. */
export function written(mines: readonly MineAsWhole[]): string {
  return JSON.stringify(mines);
}

/** Those mines. */
export function read(mines: string): readonly MineAsWhole[] {
  return JSON.parse(mines);
}
