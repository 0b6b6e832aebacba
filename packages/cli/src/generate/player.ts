/** A thread that plays mines: takes what is asked for, then runs of mines one after the other, and answers how much each was. */
import { parentPort, workerData } from 'node:worker_threads';
import { playRun, runOfMines } from './play-run.ts';
import { preambleOf } from './preamble.ts';
import { asked } from './setting.ts';

const { setting } = await preambleOf(asked.parse(workerData));

parentPort?.on('message', (message: unknown) => {
  parentPort?.postMessage(playRun(runOfMines.parse(message), setting));
});
