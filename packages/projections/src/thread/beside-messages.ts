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

/** A mine without its longest texts, and these: the folded mine, then its facts. */
interface WithoutTexts extends Omit<MineAsWhole, 'facts'> {
  readonly facts: readonly (readonly [revision: number, seq: number])[];
}

/**
 * What it answers, in the order in which it was told; null what it cannot fold. Mines are JSON, which is read in half the time that a copy of so many values takes, but for their longest texts, which are JSON
 * already. Neither is checked again: the thread runs the same code as whom it answers.
 */
export const beside = z.union([
  z.null(),
  z.object({ mines: z.string(), texts: z.custom<readonly string[]>((texts) => Array.isArray(texts)) }),
]);

/** What it answers. */
export type Beside = z.infer<typeof beside>;

/** Folded mines as they go from thread to thread. */
export function written(mines: readonly MineAsWhole[]): Beside {
  const texts: string[] = [];
  const rest = mines.map(({ standing, facts, ...mine }): WithoutTexts => {
    texts.push(standing.mine.folded);
    for (const [, , text] of facts) texts.push(text);
    return {
      ...mine,
      standing: { ...standing, mine: { ...standing.mine, folded: '' } },
      facts: facts.map(([revision, seq]) => [revision, seq]),
    };
  });
  return { mines: JSON.stringify(rest), texts };
}

/** Those mines. */
export function read({ mines, texts }: NonNullable<Beside>): readonly MineAsWhole[] {
  const rest: readonly WithoutTexts[] = JSON.parse(mines);
  const next = texts.values();
  const text = () => next.next().value ?? '';
  return rest.map(({ standing, facts, ...mine }) => ({
    ...mine,
    standing: { ...standing, mine: { ...standing.mine, folded: text() } },
    facts: facts.map(([revision, seq]) => [revision, seq, text()]),
  }));
}
