/** Fills a read side in a thread of its own, as a server does, or only reads the log; prints the most memory that took, as JSON for `folding-memory.ts`. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '@rectify/engine';
import { startProjectorInThread } from '@rectify/projections';

const [, , folder = '', what = ''] = process.argv;
const store = await openStore(`sqlite:${join(folder, 'events.db')}`, { newStoreId: randomUUID });
const began = performance.now();
if (what === 'read')
  for await (const batch of store.readAll()) if (batch.length === 0) throw new Error('Nothing was read.');
if (what === 'fold') {
  const projector = await startProjectorInThread({
    store,
    file: join(folder, 'read.db'),
    address: { kind: 'sqlite', file: join(folder, 'events.db') },
  });
  await projector.caughtUp();
  await projector.close();
}
await store.close();
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ megabytes: Math.round(process.resourceUsage().maxRSS / 1024), seconds }));
