import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MineAsWhole } from '../bulk/fold-mine.ts';
import { foldingHere, foldingMines, lotsOfMines, type MakeMineFolder, type MineFolder } from '../bulk/mine-folder.ts';
import { TURNS } from '../giving-way.ts';
import type { ReadDatabase } from '../read-database.ts';
import { foldingLots } from './folding-lots.ts';

/** Of fewer facts a thread takes longer to start than to fold them. */
const MANY = 5_000;

/** Mines that are folded at once. */
const MINES_A_LOT = 50;

/** Lots that the other thread has at most: one that it folds, and the next. */
const UNDER_WAY = 2;

/** Lots that are folded and wait to be written at most. */
const WAITING = 8;

/** Some mines, in the order in which they are written. */
interface Lot {
  readonly mineIds: readonly string[];
  /** Settles when the other thread has folded them, or failed; undefined where they are, or have to be, folded in this one. */
  beside?: Promise<void> | undefined;
  /** Once they are folded. */
  mines?: readonly MineAsWhole[];
}

/**
 * Folds mines in a thread beside this one where there are many, and processors for both; while there is nothing to write, in this one too. What the other thread cannot
 * fold is folded here, which says why if it cannot be done.
 */
export const foldingBeside: MakeMineFolder = (of, after) => {
  const isWorthAThread = of.facts.last() >= MANY && availableParallelism() > 1;
  return isWorthAThread ? sharedByTwo(of, after) : foldingHere(() => TURNS.own)(of, after);
};

function sharedByTwo(of: ReadDatabase, after: string): MineFolder {
  const thread = foldingLots({ file: of.file, storeId: of.storeId });
  const fold = foldingMines(of);
  const ids = lotsOfMines(of, after, MINES_A_LOT);
  const lots: Lot[] = [];

  function takeLot(): Lot | undefined {
    const { value: mineIds } = lots.length < WAITING ? ids.next() : { value: undefined };
    if (!mineIds) return undefined;
    const lot = { mineIds };
    lots.push(lot);
    return lot;
  }

  function foldBeside(lot: Lot): void {
    lot.beside = thread
      .fold(lot.mineIds)
      .then(
        (mines) => {
          lot.mines = mines;
        },
        () => {},
      )
      .finally(() => {
        lot.beside = undefined;
      });
  }

  function keepTheThreadBusy(): void {
    for (let busy = lots.filter(({ beside }) => beside !== undefined).length; busy < UNDER_WAY; busy += 1) {
      const lot = takeLot();
      if (!lot) return;
      foldBeside(lot);
    }
  }

  /** The first lots that are folded; none where the first of all is not. */
  function takeFolded(): MineAsWhole[] {
    const end = lots.findIndex(({ mines }) => !mines);
    return lots.splice(0, end === -1 ? lots.length : end).flatMap(({ mines = [] }) => mines);
  }

  return {
    async next() {
      for (;;) {
        keepTheThreadBusy();
        const mines = takeFolded();
        const [first] = lots;
        if (mines.length > 0 || !first) return mines;
        const own = first.beside === undefined ? first : takeLot();
        if (own) {
          own.mines = fold(own.mineIds);
          await nextTurn();
        } else await first.beside;
      }
    },
    close: thread.close,
  };
}
