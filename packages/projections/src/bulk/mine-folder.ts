import type { ReadDatabase } from '../read-database.ts';
import { foldMine, type MineAsWhole } from './fold-mine.ts';
import type { Histories } from './histories.ts';

/** Mines that are folded between two looks at the clock. */
const FEW_MINES = 10;

/** Folds mines from their histories, one after the other in the order of their ids, in this thread or in another. */
export interface MineFolder {
  /** The next mines, folded; none when there are no more. @throws CannotFold */
  next(): Promise<readonly MineAsWhole[]>;
}

/** What mines are folded from. */
export interface FoldingFrom {
  readonly histories: Histories;
  /** Knows the procedures. */
  readonly of: Pick<ReadDatabase, 'procedures'>;
}

/** Folds the mines after an id in this thread, for so many milliseconds at a time. */
export function foldingHere({
  histories,
  of,
  after,
  turn,
}: FoldingFrom & { readonly after: string; readonly turn: () => number }): MineFolder {
  const lots = lotsOfMines(histories, after, FEW_MINES);
  const fold = foldingMines({ histories, of });
  return {
    async next() {
      const mines: MineAsWhole[] = [];
      const until = performance.now() + turn();
      do {
        const { value: lot } = lots.next();
        if (!lot) break;
        mines.push(...fold(lot));
      } while (performance.now() <= until);
      return mines;
    },
  };
}

/** Folds mines by their ids. */
export function foldingMines({ histories, of }: FoldingFrom): (mineIds: readonly string[]) => MineAsWhole[] {
  const { seqOf } = histories;
  return (mineIds) => {
    const procedures = of.procedures.known();
    return mineIds.flatMap((mineId) => foldMine(histories.of(mineId), { procedures, seqOf }) ?? []);
  };
}

/** The ids of the mines after one, in order, so many at a time. */
export function* lotsOfMines(
  histories: Histories,
  after: string,
  size: number,
): Generator<readonly string[], undefined> {
  for (let last: string | undefined = after; last !== undefined; ) {
    const lot = histories.minesAfter(last, size);
    if (lot.length > 0) yield lot;
    last = lot.at(-1);
  }
}
