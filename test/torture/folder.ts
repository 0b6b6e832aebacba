import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type EventReader, openSqliteReader, openStore } from '@rectify/engine';
import { readsOf, startProjector } from '@rectify/projections';

/** Reads the store in a data folder, whether a server is using it or was killed. */
export async function readingStore<T>(data: string, read: (store: EventReader) => Promise<T>): Promise<T> {
  const store = openSqliteReader(join(data, 'events.db'));
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

/** Whether what a server had folded when it was killed, folded on from there, says the same as all of it folded anew. */
export async function isReadSideSound(data: string): Promise<boolean> {
  const onFatal = (error: Error) => {
    throw error;
  };
  const store = await openStore(`sqlite:${join(data, 'events.db')}`, { newStoreId: randomUUID, onFatal });
  const projectors = [join(data, 'read.db'), ':memory:'].map((file) => startProjector({ store, file }));
  try {
    await Promise.all(projectors.map((projector) => projector.caughtUp()));
    const digests = await Promise.all(projectors.map((projector) => readsOf(projector).digests()));
    return new Set(digests.map((digest) => JSON.stringify(digest))).size === 1;
  } finally {
    for (const projector of projectors) await projector.close();
    await store.close();
  }
}
