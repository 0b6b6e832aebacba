import { readSync } from 'node:fs';
import { openStore } from '@rectify/engine';
import { startProjector } from '../src/index.ts';

/**
 * Folds a store into a read database, or builds one anew: node fold-until-killed.ts STORE READ [rebuild|fill]. Prints after each commit how far it is, and then
 * waits for a byte, so that it is never further than one commit beyond what it was let do.
 */
const [storeFile, file, what] = process.argv.slice(2);
if (storeFile === undefined || file === undefined)
  throw new Error('usage: fold-until-killed.ts STORE READ [rebuild|fill]');

function committed(far: string | number): void {
  process.stdout.write(`${far}\n`);
  readSync(0, Buffer.alloc(1));
}

const store = await openStore(`sqlite:${storeFile}`, { newStoreId: () => 'never new' });
if (what === 'rebuild' || what === 'fill') {
  const projector = startProjector({ store, file });
  if (what === 'rebuild') await projector.caughtUp();
  await projector.rebuild(({ events }) => committed(events));
  await projector.close();
} else {
  const projector = startProjector({ store, file, onCommit: ({ position }) => committed(position) });
  await projector.caughtUp();
  await projector.close();
}
await store.close();
