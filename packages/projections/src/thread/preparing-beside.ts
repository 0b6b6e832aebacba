import { availableParallelism } from 'node:os';
import type { EventReader } from '@rectify/engine';
import { eventsOf, type Piece, piecesBetween } from '@rectify/engine/folding';
import { foldingHere, foldingMines, lotsOfMines } from '../bulk/mine-folder.ts';
import { prepared } from '../bulk/prepared-facts.ts';
import type { LogAsPrepared, MakePreparing, SomeOfLog } from '../bulk/preparing.ts';
import { TURNS } from '../giving-way.ts';
import type { ReadDatabase } from '../read-database.ts';
import { startBeside, type ThreadBeside } from './beside.ts';
import { ownLog } from './own-log.ts';
import { sharedInOrder } from './shared-in-order.ts';

/** Of fewer facts a thread takes longer to start than to fold them. */
const MANY = 5_000;

/** Events that are prepared at once. */
const EVENTS_A_LOT = 1_000;

/** Mines that are folded at once. */
const MINES_A_LOT = 50;

/**
 * Prepares in a thread beside this one where there is much, and processors for both; while there is nothing to write, in this one too. Both read the log themselves where it is that of a
 * SQLite store. What the other thread cannot prepare is prepared here, which says why if it cannot be done.
 * @param log where the SQLite store is kept, if it is one
 */
export function preparingBeside(log?: string): MakePreparing {
  return (of) => {
    const { file, storeId } = of;
    let started: ThreadBeside | undefined;
    const own = ownLog({ log, storeId });

    function beside(): ThreadBeside {
      started ??= startBeside({ file, storeId, ...(own && { log }) });
      return started;
    }

    return {
      ...(own && { log: (after, upTo) => piecesOf(own, piecesBetween(after, upTo, EVENTS_A_LOT), of, beside) }),
      mines(after) {
        if (!isWorthAThread(of.facts.last())) return foldingHere(of, after, () => TURNS.own);
        const next = sharedInOrder({
          lots: lotsOfMines(of, after, MINES_A_LOT),
          beside: (mineIds) => beside().mines(mineIds),
          here: foldingMines(of),
        });
        return { next: async () => (await next()).flat() };
      },
      async close() {
        await Promise.all([started?.close(), own?.close()]);
      },
    };
  };
}

function piecesOf(
  log: EventReader,
  pieces: readonly Piece[],
  { procedures }: ReadDatabase,
  beside: () => ThreadBeside,
): LogAsPrepared {
  let isAtItsEnd = !isWorthAThread(pieces.length * EVENTS_A_LOT);
  const next = sharedInOrder<Piece, SomeOfLog | null>({
    lots: pieces.values(),
    beside: (piece) => beside().facts(piece),
    async here(piece) {
      const events = await eventsOf(piece, log).catch(() => null);
      if (!events) return null;
      try {
        return prepared(events, procedures.known()) ?? events;
      } catch {
        return events;
      }
    },
  });
  return {
    async next() {
      const some = isAtItsEnd ? [] : await next();
      const readable = some.filter((one) => one !== null);
      isAtItsEnd ||= readable.length < some.length;
      return readable;
    },
  };
}

function isWorthAThread(facts: number): boolean {
  return facts >= MANY && availableParallelism() > 1;
}
