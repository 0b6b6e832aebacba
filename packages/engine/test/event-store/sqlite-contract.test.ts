import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { eventStoreContract } from '../../src/event-store/contract.ts';
import { openSqliteStore } from '../../src/event-store/sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

eventStoreContract('The SQLite store', async () => {
  const { folder, remove } = temporaryFolder();
  const store = openSqliteStore({ file: join(folder, 'events.db'), newStoreId: randomUUID });
  return {
    store,
    async cleanup() {
      await store.close();
      remove();
    },
  };
});
