import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/event-store/sqlite.ts';
import { temporaryFolder } from '../event-store/temporary-folder.ts';
import { eventStoreContract } from './contract.ts';

eventStoreContract('The SQLite store', async () => {
  const { folder, remove } = temporaryFolder();
  const open = () => openSqliteStore({ file: join(folder, 'events.db'), newStoreId: randomUUID });
  const store = open();
  return {
    store,
    reopen: async () => open(),
    async cleanup() {
      await store.close();
      remove();
    },
  };
});
