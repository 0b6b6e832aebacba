import { openStore } from '@rectify/engine';
import { startProjector } from '../src/index.ts';

/** Folds a store into a read database and prints each commit's position: node fold-until-killed.ts STORE READ. */
const [storeFile, file] = process.argv.slice(2);
if (storeFile === undefined || file === undefined) throw new Error('usage: fold-until-killed.ts STORE READ');

const store = await openStore(`sqlite:${storeFile}`, { newStoreId: () => 'never new' });
const projector = startProjector({ store, file, onCommit: ({ position }) => process.stdout.write(`${position}\n`) });
await projector.caughtUp();
await projector.close();
await store.close();
