import type { Position, RecordedEvent } from '@rectify/engine';
import type { ReadDatabase } from '../read-database.ts';
import { foldingHere, type MineFolder } from './mine-folder.ts';
import type { PreparedFacts } from './prepared-facts.ts';

/** Some of the log: its facts, or, where they could not be prepared by themselves, its events. */
export type SomeOfLog = PreparedFacts | readonly RecordedEvent[];

/** A log that is answered piece by piece. */
export interface LogAsPrepared {
  /** What comes next; nothing at the end, and from where it cannot be read. */
  next(): Promise<readonly SomeOfLog[]>;
}

/** Prepares what a read database is filled with, in the thread that fills it, or beside it too. */
export interface Preparing {
  /** Reads the log behind one position (undefined: from the first event on) and up to another. Absent where it can only be taken as it comes. */
  readonly log?: (after: Position | undefined, upTo: Position) => LogAsPrepared;
  /** Folds the mines after an id. */
  mines(after: string): MineFolder;
  close(): Promise<void>;
}

/** Begins to prepare what a read database is filled with. */
export type MakePreparing = (of: ReadDatabase) => Preparing;

/** Prepares in this thread, for so many milliseconds at a time. */
export function preparingHere(turn: () => number): MakePreparing {
  return (of) => ({ mines: (after) => foldingHere(of, after, turn), close: () => Promise.resolve() });
}
