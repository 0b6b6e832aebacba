import { randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { openStore } from '../../src/event-store/open-store.ts';
import { testCluster } from './kurrentdb-cluster.ts';

// A call to a cluster takes as long as many to a file: fewer random histories, unless told otherwise.
process.env.RECTIFY_STORE_HISTORIES ??= '4';
process.env.RECTIFY_STORE_CLIENT_OPERATIONS ??= '30';
const { eventStoreContract } = await import('./contract.ts');

const cluster = await testCluster();
afterAll(() => cluster.close());

eventStoreContract('The KurrentDB store', async () => {
  const url = cluster.newStoreUrl();
  const open = () => openStore(url, { newStoreId: randomUUID });
  const store = await open();
  return { store, reopen: open, cleanup: () => store.close() };
});
