/** Folds a filled store, told of on the command line, into an empty read database, asks it, and prints the figures as JSON. One process for each size, so that its memory is its own. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { openStore } from '@rectify/engine';
import { readsOf, startProjector, timeReadsOf } from '@rectify/projections';
import { filledMineId } from './filled-store.ts';
import { type ReadFigures, storeToRead } from './read-figures.ts';
import { askAll } from './read-questions.ts';

const { log, file, events, now } = storeToRead.parse(JSON.parse(process.argv[2] ?? ''));

const isFolded = existsSync(file);
const store = await openStore(`sqlite:${log}`, { newStoreId: randomUUID });
const began = performance.now();
const projector = startProjector({ store, file, isAlone: () => true });
await projector.caughtUp();
const folded = isFolded ? null : (events * 1000) / (performance.now() - began);
const foldingMegabytes = isFolded ? null : peakMegabytes();
const questions = await askAll({ ...readsOf(projector), ...timeReadsOf(projector) }, filledMineId(1), new Date(now));
await projector.close();
await store.close();
const figures: ReadFigures = {
  folded,
  bytes: (await stat(file)).size / events,
  foldingMegabytes,
  askedMegabytes: peakMegabytes(),
  questions,
};
console.log(JSON.stringify(figures));

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
