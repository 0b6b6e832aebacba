import type { EventReader } from '@rectify/engine';
import { openSqliteReader } from '@rectify/engine/folding';

/** The log of a SQLite store, opened for this thread to read it itself; undefined where there is none that can be read, or another one than it should be. */
export function ownLog({
  log,
  storeId,
}: {
  readonly log?: string | undefined;
  readonly storeId: string;
}): EventReader | undefined {
  if (log === undefined) return undefined;
  try {
    const reader = openSqliteReader(log);
    if (reader.storeId === storeId) return reader;
    void reader.close();
  } catch {
    // Who reads the log in another way finds out why it cannot be read.
  }
  return undefined;
}
