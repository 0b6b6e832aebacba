import { z } from 'zod';
import type { MineAsWhole } from '../bulk/fold-mine.ts';

/** What a thread that folds mines begins with: the read database that is filled, and the SQLite store of which it reads the log itself, where mines are folded from that. */
export const besideAssignment = z.object({
  file: z.string(),
  storeId: z.string(),
  log: z.string().optional(),
});

/** What that thread begins with. */
export type BesideAssignment = z.infer<typeof besideAssignment>;

/** What it is told: to fold mines by their ids. */
export const toFold = z.object({ mineIds: z.array(z.string()) });

/** What it is told. */
export type ToFold = z.infer<typeof toFold>;

type Facts = MineAsWhole['facts'];

/**
 * What it answers, in the order in which it was told; null what it cannot fold. Mines are JSON, which is read in half the time that a copy of so many values takes, but for their facts, which are long texts, as JSON
 * already. Neither is checked again: the thread runs the same code as whom it answers.
 */
export const beside = z.union([
  z.null(),
  z.object({ mines: z.string(), facts: z.custom<readonly Facts[]>((facts) => Array.isArray(facts)) }),
]);

/** What it answers. */
export type Beside = z.infer<typeof beside>;

/** Folded mines as they go from thread to thread. */
export function written(mines: readonly MineAsWhole[]): Beside {
  return {
    mines: JSON.stringify(mines.map(({ facts: _, ...mine }) => mine)),
    facts: mines.map(({ facts }) => facts),
  };
}

/** Those mines. */
export function read({ mines, facts }: NonNullable<Beside>): readonly MineAsWhole[] {
  const folded: Omit<MineAsWhole, 'facts'>[] = JSON.parse(mines);
  return folded.map((mine, index) => ({ ...mine, facts: facts[index] ?? [] }));
}
