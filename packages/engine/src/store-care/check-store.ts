import { openReader, storeAddress } from '../event-store/open-store.ts';
import { type CheckedLog, type Checking, checkLog } from './check-log.ts';
import { checkSqlite } from './check-sqlite.ts';

/** What a store holds, and how many faults were told. */
export interface CheckedStore extends CheckedLog {
  readonly storeId: string;
  readonly faults: number;
}

/**
 * Reads a whole store and tells every fault in it at once: damage of the file, holes in streams and in the order of all
 * events, halves of appends, payloads that are no JSON. Changes nothing, and works beside a running server.
 * @throws UnknownStoreUrl, StoreUnusable
 */
export async function checkStore(url: string, { onFault, ...others }: Checking): Promise<CheckedStore> {
  let faults = 0;
  const checking: Checking = {
    onFault(fault) {
      faults += 1;
      onFault(fault);
    },
    ...others,
  };
  const address = storeAddress(url);
  const checked =
    address.kind === 'sqlite' ? await checkSqlite(address.file, checking) : await checkRead(url, checking);
  return { ...checked, faults };
}

/** Checks what a store delivers; of what it keeps that in, its own tools know. */
async function checkRead(url: string, checking: Checking): Promise<Omit<CheckedStore, 'faults'>> {
  const reader = await openReader(url);
  try {
    return { storeId: reader.storeId, ...(await checkLog(reader, checking)) };
  } finally {
    await reader.close();
  }
}
