import {
  copyLog,
  digestLog,
  type EventReader,
  type LogDigest,
  openReader,
  openStore,
  requireSame,
  storeAddress,
} from '@rectify/engine';
import { CannotBeDone } from '../failures.ts';
import { outside } from './outside.ts';

/** A store on this machine keeps the order of appends that are handed to it at the same time; what a cluster does with them is up to it. */
const AT_ONCE = 256;

/** What was copied into a store. */
export interface CopiedInto extends LogDigest {
  readonly storeId: string;
  /** How many of the events were not there before. */
  readonly copied: number;
}

/**
 * Copies a log into the store that a URL names, made where there is none. It is not yet read back.
 * @param sourceId the id of the store that is copied, so that it is not copied into itself
 * @throws CannotBeDone, TargetHoldsOther, StoreLocked, StoreUnusable
 */
export async function copyInto(
  url: string,
  from: Pick<EventReader, 'readAll'>,
  {
    sourceId,
    signal,
    onProgress,
  }: {
    readonly sourceId: string;
    readonly signal: AbortSignal;
    readonly onProgress: (events: number) => void;
  },
): Promise<CopiedInto> {
  const to = await openStore(url, { newStoreId: outside.newId });
  try {
    if (to.storeId === sourceId) throw new CannotBeDone('Both are the same store; there is nothing to copy.');
    const atOnce = storeAddress(url).kind === 'sqlite' ? AT_ONCE : 1;
    return { storeId: to.storeId, ...(await copyLog({ from, to, atOnce, signal, onProgress })) };
  } finally {
    await to.close();
  }
}

/**
 * Reads a whole store and makes sure that it holds what was copied.
 * @throws CopyDiffers
 */
export async function readBack(url: string, copied: LogDigest, onProgress: (events: number) => void): Promise<void> {
  const reader = await openReader(url);
  try {
    requireSame(copied, await digestLog(reader, onProgress));
  } finally {
    await reader.close();
  }
}
