import { mineIdsIn } from '../mine-ids.ts';
import type { ReadDatabase } from '../read-database.ts';
import { foldMine, type MineAsWhole } from './fold-mine.ts';

/** Mines that are folded between two looks at the clock. */
const FEW_MINES = 10;

/** Folds the mines of which a read database holds the facts, one after the other in the order of their ids, in this thread or in another. */
export interface MineFolder {
  /** The next mines, folded; none when there are no more. @throws CannotFold */
  next(): Promise<readonly MineAsWhole[]>;
}

/** Folds the mines after an id in this thread, for so many milliseconds at a time. */
export function foldingHere(of: ReadDatabase, after: string, turn: () => number): MineFolder {
  const lots = lotsOfMines(of, after, FEW_MINES);
  const fold = foldingMines(of);
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

/** Folds mines by their ids from the facts in a read database. */
export function foldingMines(of: ReadDatabase): (mineIds: readonly string[]) => MineAsWhole[] {
  return (mineIds) => mineIds.flatMap((mineId) => foldMine(of.facts.ofMine(mineId), of.procedures.known()) ?? []);
}

/** The ids after one of the mines of which a read database holds facts, in order, so many at a time. */
export function* lotsOfMines({ db }: ReadDatabase, after: string, size: number): Generator<string[], undefined> {
  const next = db.prepare('select distinct mine_id from facts where mine_id > ? order by mine_id limit ?');
  for (let last: string | undefined = after; last !== undefined; ) {
    const lot = mineIdsIn(next.all(last, size));
    if (lot.length > 0) yield lot;
    last = lot.at(-1);
  }
}
