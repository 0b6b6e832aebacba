// Folds a SQLite store in a thread as a server does, builds its read side anew, or fills an empty one so: node folding-process.ts STORE READ
// fold|rebuild|fill. Prints a line when it begins, and one when it is done.
import { randomUUID } from 'node:crypto';
import { openStore } from '@rectify/engine';
import { startProjectorInThread } from '@rectify/projections';

const [, , storeFile = '', file = '', what = ''] = process.argv;
const onFatal = (error: Error) => {
  throw error;
};
const store = await openStore(`sqlite:${storeFile}`, { newStoreId: randomUUID, onFatal });
const projector = await startProjectorInThread({ store, file, address: { kind: 'sqlite', file: storeFile } });
if (what === 'rebuild') await projector.caughtUp();
process.stdout.write('begun\n');
await (what === 'fold' ? projector.caughtUp() : projector.rebuild());
process.stdout.write('done\n');
await projector.close();
await store.close();
