import { StoreOverloaded } from './errors.ts';

/** What may wait in memory at once to be stored: about a second's work of a slow disk. */
const MOST_WAITING = { appends: 8192, bytes: 32 * 1024 * 1024 };

/** Where appends wait for a store that is slow or gone; it is the same size for every store. */
export interface WaitingRoom {
  /** @throws StoreOverloaded when more waits already than is kept in memory; `bytes` is the append's JSON */
  enter(bytes: number): void;
  /** Makes room again for as much as entered. */
  leave(bytes: number): void;
}

/** Starts empty. */
export function createWaitingRoom(): WaitingRoom {
  let appends = 0;
  let bytesInAll = 0;
  return {
    enter(bytes) {
      if (appends >= MOST_WAITING.appends || bytesInAll + bytes > MOST_WAITING.bytes) throw new StoreOverloaded();
      appends++;
      bytesInAll += bytes;
    },
    leave(bytes) {
      appends--;
      bytesInAll -= bytes;
    },
  };
}
