import { randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { openStore } from '../../src/event-store/open-store.ts';
import { eventStoreContract } from './contract.ts';
import { testCluster } from './kurrentdb-cluster.ts';

const cluster = await testCluster();
afterAll(() => cluster.close());

eventStoreContract('The KurrentDB store', async () => {
  const url = cluster.newStoreUrl();
  const open = () => openStore(url, { newStoreId: randomUUID });
  const store = await open();
  return { store, reopen: open, cleanup: () => store.close() };
});
