import type { RecordedEvent } from '@rectify/engine';
import { factOf, isMineStream, milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { folding, foldOther } from '../fold-events.ts';
import type { ReadDatabase } from '../read-database.ts';
import { makeIndexesOf, noIndexPostponed, postponeIndexes } from './indexes.ts';
import type { MineFolder } from './mine-folder.ts';
import type { PreparedFacts } from './prepared-facts.ts';
import { writingMines } from './write-mine.ts';

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
  /** Keeps facts that were prepared, those of what follows in the log, and moves the checkpoint. @throws CannotFold and writes nothing then */
  keep(prepared: PreparedFacts): void;
  /**
   * Folds every mine, some in each transaction, which is told with how much of all is done, from 0 to 1. The database is whole at the end.
   * @throws CannotFold
   */
  foldMines(folderOf: (after: string) => MineFolder): AsyncIterable<number>;
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
    keep({ last, recorded, facts, others }) {
      into.commit(last, () => {
        for (const event of others) foldOther(into, event);
        for (const [mineId, revision, text] of facts) into.facts.addStored(mineId, revision, text);
        return recorded;
      });
    },
    async *foldMines(folderOf) {
      into.write(() => makeIndexesOf(into.db, 'facts'));
      const write = writingMines(into);
      const left = into.db.prepare('select count(distinct mine_id) as mines from facts where mine_id > ?');
      const total = minesLeft.parse(left.get(from)).mines;
      const folder = folderOf(from);
      let done = 0;
      for (;;) {
        const mines = await folder.next();
        const last = mines.at(-1);
        if (!last) break;
        into.write(() => {
          for (const mine of mines) write(mine);
          into.setFoldedTo(last.standing.mine.mineId);
        });
        done += mines.length;
        yield done / total;
      }
      for (const table of FILLED) into.write(() => makeIndexesOf(into.db, table));
      into.write(() => {
        into.mines.countAll();
        noIndexPostponed(into.db);
        into.setFoldedTo(null);
      });
    },
  };
}
