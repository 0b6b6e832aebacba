import type { Position } from '@rectify/engine';
import type { StreamsOfLog } from '@rectify/engine/folding';
import type { ReadDatabase } from '../read-database.ts';
import type { Histories } from './histories.ts';
import { foldingHere, type MineFolder } from './mine-folder.ts';

/** The mines that are not folded yet: those after an id, and how many facts there are about them. */
export interface MinesLeft {
  readonly after: string;
  readonly facts: number;
}

/** Prepares what a read database is filled with, in the thread that fills it, or beside it too. */
export interface Preparing {
  /** Opens the log up to a position, to be read mine by mine; undefined where it can only be taken as it comes. */
  log(upTo: Position): StreamsOfLog | undefined;
  /** Folds the mines that are left. */
  mines(histories: Histories, left: MinesLeft): MineFolder;
  close(): Promise<void>;
}

/** Begins to prepare what a read database is filled with. */
export type MakePreparing = (of: ReadDatabase) => Preparing;

/** Prepares in this thread, for so many milliseconds at a time. */
export function preparingHere(turn: () => number): MakePreparing {
  return (of) => ({
    log: () => undefined,
    mines: (histories, { after }) => foldingHere({ of, histories, after, turn }),
    close: () => Promise.resolve(),
  });
}
