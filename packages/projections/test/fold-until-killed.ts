import { readSync } from 'node:fs';
import { openStore } from '@rectify/engine';
import { startProjector } from '../src/index.ts';

/**
 * Folds a store into a read database: node fold-until-killed.ts STORE READ. Prints the position of each commit and then waits for a byte, so
 * that it is never further than one commit beyond what it was let do.
 */
const [storeFile, file] = process.argv.slice(2);
if (storeFile === undefined || file === undefined) throw new Error('usage: fold-until-killed.ts STORE READ');

const store = await openStore(`sqlite:${storeFile}`, { newStoreId: () => 'never new' });
const projector = startProjector({
  store,
  file,
  onCommit: ({ position }) => {
    process.stdout.write(`${position}\n`);
    readSync(0, Buffer.alloc(1));
  },
});
await projector.caughtUp();
await projector.close();
await store.close();
