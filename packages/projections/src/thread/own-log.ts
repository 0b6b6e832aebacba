import type { Position } from '@rectify/engine';
import { openSqliteStreams, type StreamsOfLog } from '@rectify/engine/folding';
import { mineStream } from '@rectify/engine/rectification';

/** Where a log is that a thread reads itself, and of which store it has to be. */
export interface OwnLog {
  readonly log: string;
  readonly storeId: string;
}

/** The log of a SQLite store up to a position, opened for this thread to read it itself, mine by mine; undefined where there is none that can be read so, or another one than it should be. */
export function openOwnLog({ log, storeId }: OwnLog, upTo: Position): StreamsOfLog | undefined {
  try {
    const streams = openSqliteStreams(log, { upTo, prefix: mineStream('') });
    if (streams?.storeId === storeId) return streams;
    streams?.close();
  } catch {
    // Who reads the log in another way finds out why it cannot be read.
  }
  return undefined;
}
