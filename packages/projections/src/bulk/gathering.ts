import type { RecordedEvent } from '@rectify/engine';
import { factOf, isMineStream, milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { folding, foldOther, putMine } from '../fold-events.ts';
import { mineIdsIn } from '../mine-ids.ts';
import type { ReadDatabase } from '../read-database.ts';
import { recordingsOf } from '../timeline/recording.ts';
import { foldMine, writingKnown } from './fold-mine.ts';
import { makeIndexesOf, noIndexPostponed, postponeIndexes } from './indexes.ts';

/** Mines looked up at once. */
const MINES_A_LOOK = 1_000;

/** The tables that are filled at once. */
const FILLED = ['facts', 'recordings', 'mines', 'mine_versions', 'request_versions', 'closures', 'work'];

const minesLeft = z.object({ mines: z.number() });

/**
 * Fills an empty read database from a whole log: facts are gathered first, in the order of the log and without an index that is of no use to that, then each mine is
 * folded from all of its facts at once, and written once. It comes to the same rows as folding event by event. Until {@link Gathering.foldMines} is through, the
 * database is not whole, and says so in its checkpoint; a gathering that was cut off goes on where it stopped.
 */
export interface Gathering {
  /** Whether facts may still be gathered: no mine was folded yet. */
  readonly isOpen: boolean;
  /** Gathers whole appends and moves the checkpoint. @throws CannotFold and writes nothing then */
  gather(events: readonly RecordedEvent[]): void;
  /**
   * Folds every mine, a transaction of about so many milliseconds at a time, each told with how much of all is done, from 0 to 1. The database is whole at the end.
   * @throws CannotFold
   */
  foldMines(turn: () => number): Iterable<number>;
}

/** Begins to gather into an empty read database, or goes on; undefined where the database is whole. */
export function gatheringInto(into: ReadDatabase): Gathering | undefined {
  if (into.position() === undefined && into.foldedTo() === null)
    into.write(() => {
      into.setFoldedTo('');
      postponeIndexes(into.db, FILLED);
    });
  const from = into.foldedTo();
  if (from === null) return undefined;
  return {
    isOpen: from === '',
    gather(events) {
      const last = events.at(-1);
      if (!last) return;
      into.commit(last.position, () => {
        let recorded: number | null = null;
        for (const event of events) {
          foldOther(into, event);
          if (!isMineStream(event.stream)) continue;
          const fact = folding(event, () => factOf(event, into.procedures.known()));
          into.facts.add(fact);
          recorded = Math.max(recorded ?? 0, milliseconds(fact.recordedAt));
        }
        return recorded;
      });
    },
    *foldMines(turn) {
      into.write(() => makeIndexesOf(into.db, 'facts'));
      const write = writingKnown(into.db);
      const next = into.db.prepare('select distinct mine_id from facts where mine_id > ? order by mine_id limit ?');
      const left = into.db.prepare('select count(distinct mine_id) as mines from facts where mine_id > ?');
      const total = minesLeft.parse(left.get(from)).mines;
      let last = from;

      function foldOne(mineId: string): void {
        const facts = into.facts.ofMine(mineId);
        const mine = foldMine(facts, into.procedures.known());
        if (mine) {
          putMine(into, mine.folded);
          write(mine);
        }
        for (const { fact, ...recording } of recordingsOf(facts)) into.recordings.add(fact, recording);
        last = mineId;
      }

      /** Folds as many of these as fit into a transaction, and tells how many. */
      function foldSome(mineIds: readonly string[]): number {
        const until = performance.now() + turn();
        let folded = 0;
        into.write(() => {
          for (const mineId of mineIds) {
            foldOne(mineId);
            folded++;
            if (performance.now() > until) break;
          }
          into.setFoldedTo(last);
        });
        return folded;
      }

      let done = 0;
      for (;;) {
        const mineIds = mineIdsIn(next.all(last, MINES_A_LOOK));
        if (mineIds.length === 0) break;
        for (let folded = 0; folded < mineIds.length; ) {
          const some = foldSome(mineIds.slice(folded));
          folded += some;
          done += some;
          yield done / total;
        }
      }
      for (const table of FILLED) into.write(() => makeIndexesOf(into.db, table));
      into.write(() => {
        noIndexPostponed(into.db);
        into.setFoldedTo(null);
      });
    },
  };
}
