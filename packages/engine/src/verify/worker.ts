/** A thread that verifies mines: opens the store for itself, takes lists of mine ids, answers each with what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openReader } from '../event-store/open-store.ts';
import { mineVerifier } from './verify-mines.ts';

const mineIds = z.array(z.string());
const verify = mineVerifier(await openReader(z.string().parse(workerData)));

parentPort?.on('message', async (message: unknown) => {
  parentPort?.postMessage(await verify(mineIds.parse(message)));
});
