import type { RecordedEvent } from '@rectify/engine';
import type { StreamsOfLog } from '@rectify/engine/folding';
import { factOf, isMineStream, milliseconds } from '@rectify/engine/rectification';
import { folding, foldOther } from '../fold-events.ts';
import type { FilledFrom, ReadDatabase } from '../read-database.ts';
import { makeIndexesOf, noIndexPostponed, postponeIndexes } from './indexes.ts';
import type { MineFolder } from './mine-folder.ts';
import { writingMines } from './write-mine.ts';

/** The tables that are filled at once. */
const FILLED = ['facts', 'recordings', 'mines', 'mine_versions', 'request_versions', 'closures', 'work'];

/** The index of facts that is in their order where they are kept in the order of the log, or mine by mine: it costs little to keep. */
const IN_ORDER: Readonly<Record<FilledFrom, string>> = { facts: 'facts_seq', log: 'facts_mine' };

/**
 * Fills an empty read database from a whole log: each mine is folded from all of its facts at once, and written once. It comes to the same rows as folding event by event. Where
 * the log can be read mine by mine, facts are taken from there; otherwise they are gathered first, in the order of the log. Until {@link Filling.foldMines} is through, the
 * database is not whole, and says so in its checkpoint; one that was cut off goes on where it stopped.
 */
export interface Filling {
  /** Begins to fill it from a log: folds all that is about no mine, and answers how many events that were. @throws CannotFold and writes nothing then */
  takeOthers(log: StreamsOfLog): number;
  /** Whether facts may still be gathered: no mine was folded yet. */
  isOpen(): boolean;
  /** Gathers whole appends and moves the checkpoint. @throws CannotFold and writes nothing then */
  gather(events: readonly RecordedEvent[]): void;
  /** All facts are gathered: from now on they are found by their mines. */
  endGathering(): void;
  /**
   * Folds every mine, some in each transaction, which is told with how many facts were folded. The database is whole at the end.
   * @throws CannotFold
   */
  foldMines(folder: MineFolder): AsyncIterable<number>;
}

/** Begins to fill an empty read database, or goes on; undefined where the database is whole. */
export function fillingOf(into: ReadDatabase): Filling | undefined {
  const isEmpty = into.position() === undefined;
  if (!isEmpty && into.foldedTo() === null) return undefined;
  return {
    isOpen: () => into.filledFrom() !== 'log' && (into.foldedTo() ?? '') === '',
    takeOthers(log) {
      let taken = 0;
      into.commit(log.upTo, () => {
        begin(into, 'log');
        for (const events of log.others()) {
          for (const event of events) foldOther(into, event);
          taken += events.length;
        }
        return null;
      });
      return taken;
    },
    gather(events) {
      const last = events.at(-1);
      if (!last) return;
      into.commit(last.position, () => {
        if (into.filledFrom() === null) begin(into, 'facts');
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
    endGathering() {
      if (into.position() !== undefined) into.write(() => makeIndexesOf(into.db, 'facts'));
    },
    async *foldMines(folder) {
      const position = into.position();
      if (position === undefined) return;
      const write = writingMines(into);
      for (;;) {
        const mines = await folder.next();
        const last = mines.at(-1);
        if (!last) break;
        into.commit(position, () => {
          let recorded = 0;
          for (const mine of mines) recorded = Math.max(recorded, write(mine));
          into.setFoldedTo(last.standing.mine.mineId);
          return recorded;
        });
        yield mines.reduce((facts, { recordings }) => facts + recordings.length, 0);
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

function begin(into: ReadDatabase, from: FilledFrom): void {
  into.fillFrom(from);
  postponeIndexes(into.db, FILLED, IN_ORDER[from]);
}
