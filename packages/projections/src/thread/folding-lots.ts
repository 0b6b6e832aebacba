import { Worker } from 'node:worker_threads';
import type { MineAsWhole } from '../bulk/fold-mine.ts';
import { environment } from './environment.ts';
import { type FoldingAssignment, read } from './folded-messages.ts';

/** A thread that folds whole mines. */
export interface LotFolder {
  /** Folds mines by their ids, lot after lot. Rejects if the thread has failed. */
  fold(mineIds: readonly string[]): Promise<readonly MineAsWhole[]>;
  close(): Promise<void>;
}

/** Starts a thread that folds mines of which a read database holds the facts. */
export function foldingLots(workerData: FoldingAssignment): LotFolder {
  const worker = new Worker(new URL('./fold-thread.ts', import.meta.url), { workerData, env: environment() });
  const asked: PromiseWithResolvers<readonly MineAsWhole[]>[] = [];
  let failure: Error | undefined;

  function fail(error: Error): void {
    failure ??= error;
    for (const { reject } of asked.splice(0)) reject(failure);
  }

  worker.on('message', (posted) => asked.shift()?.resolve(read(posted)));
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('The thread that folds mines ended.')));
  return {
    fold(mineIds) {
      const answer = Promise.withResolvers<readonly MineAsWhole[]>();
      if (failure) answer.reject(failure);
      else {
        asked.push(answer);
        worker.postMessage(mineIds);
      }
      return answer.promise;
    },
    async close() {
      await worker.terminate();
    },
  };
}
