import { availableParallelism } from 'node:os';
import { foldingHere, foldingMines, lotsOfMines } from '../bulk/mine-folder.ts';
import type { MakePreparing } from '../bulk/preparing.ts';
import { TURNS } from '../giving-way.ts';
import { startBeside, type ThreadBeside } from './beside.ts';
import { openOwnLog } from './own-log.ts';
import { sharedInOrder } from './shared-in-order.ts';

/** Of fewer facts a thread takes longer to start than to fold them. */
const MANY = 5_000;

/** Mines that are folded at once. */
const MINES_A_LOT = 50;

/**
 * Folds mines in a thread beside this one where there are many facts, and processors for both; while there is nothing to write, in this one too. Both read the log themselves where it is that of a
 * SQLite store. What the other thread cannot fold is folded here, which says why if it cannot be done.
 * @param log where the SQLite store is kept, if it is one
 */
export function preparingBeside(log?: string): MakePreparing {
  return (of) => {
    const { file, storeId } = of;
    let started: ThreadBeside | undefined;
    return {
      log: (upTo) => (log === undefined ? undefined : openOwnLog({ log, storeId }, upTo)),
      mines(histories, { after, facts }) {
        if (facts < MANY || availableParallelism() === 1)
          return foldingHere({ of, histories, after, turn: () => TURNS.own });
        const beside = startBeside({ file, storeId, ...(histories.seqOf && { log }) });
        started = beside;
        const next = sharedInOrder({
          lots: lotsOfMines(histories, after, MINES_A_LOT),
          beside: beside.mines,
          here: foldingMines({ of, histories }),
        });
        return { next: async () => (await next()).flat() };
      },
      async close() {
        await started?.close();
      },
    };
  };
}
