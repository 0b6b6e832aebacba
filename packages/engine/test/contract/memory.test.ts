import { randomUUID } from 'node:crypto';
import { openMemoryStore } from '../../src/event-store/memory.ts';
import { eventStoreContract } from './contract.ts';

eventStoreContract('The memory store', async () => {
  const store = openMemoryStore({ storeId: randomUUID() });
  return { store, cleanup: () => store.close() };
});
