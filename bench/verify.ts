/** Verifying a store: every event decided again by XState, on one thread and on two. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, openStore, verifyAll } from '@rectify/engine';
import { leadToLicensed } from './course.ts';
import { line, ratio } from './figures.ts';

const MINES = 1_000;
const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
const url = `sqlite:${join(folder, 'events.db')}`;

try {
  await generate();
  const [one, two] = [await verified(1), await verified(2)];
  console.log(`  2 threads ÷ 1 thread ${ratio(two, one)}, more than 1 only where two processors are free`);
} finally {
  await rm(folder, { recursive: true });
}

/** Mines led from closing to licensed, so many at a time that they share commits. */
async function generate(): Promise<void> {
  const store = await openStore(url, { newStoreId: randomUUID });
  const engine = createEngine({ store, clock: () => new Date().toISOString(), newId: randomUUID });
  const mineIds = Array.from({ length: MINES }, (_, number) => `V-${number}`);
  while (mineIds.length > 0) await Promise.all(mineIds.splice(0, 50).map((mineId) => leadToLicensed(engine, mineId)));
  await store.close();
}

/** Verifies the store and prints how fast that was, starting the threads and reading the store included; answers events a second. */
async function verified(threads: number): Promise<number> {
  const began = performance.now();
  const processor = process.cpuUsage();
  const { events, differences } = await verifyAll({ store: url, threads, onDifference: console.error });
  if (differences > 0) throw new Error('The store does not verify.');
  const perSecond = (events / (performance.now() - began)) * 1000;
  const { user, system } = process.cpuUsage(processor);
  line(`verified on ${threads} thread${threads > 1 ? 's' : ''}`, perSecond);
  line('  for each second of processor time', (events / (user + system)) * 1e6);
  return perSecond;
}
