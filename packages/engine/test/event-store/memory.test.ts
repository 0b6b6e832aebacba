import { randomUUID } from 'node:crypto';
import { eventStoreContract } from '../../src/event-store/contract.ts';
import { openMemoryStore } from '../../src/event-store/memory.ts';

eventStoreContract('The memory store', async () => {
  const store = openMemoryStore({ storeId: randomUUID() });
  return { store, cleanup: () => store.close() };
});
