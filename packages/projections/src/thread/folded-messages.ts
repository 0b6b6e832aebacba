import { z } from 'zod';
import type { MineAsWhole } from '../bulk/fold-mine.ts';

/** What the thread that folds whole mines begins with: the read database that holds their facts. */
export const foldingAssignment = z.object({ file: z.string(), storeId: z.string() });

/** What that thread begins with. */
export type FoldingAssignment = z.infer<typeof foldingAssignment>;

/** What it is told: the ids of mines. */
export const toFold = z.array(z.string());

/** What it answers: those mines, as JSON, which is read in half the time that a copy of so many values takes. */
export function written(mines: readonly MineAsWhole[]): string {
  return JSON.stringify(mines);
}

/** Those mines. They are not checked again: the thread runs the same code as whom it answers. */
export function read(answer: unknown): readonly MineAsWhole[] {
  return JSON.parse(z.string().parse(answer));
}
