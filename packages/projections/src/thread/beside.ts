import { Worker } from 'node:worker_threads';
import type { MineAsWhole } from '../bulk/fold-mine.ts';
import { type Beside, type BesideAssignment, beside, read, type ToFold } from './beside-messages.ts';
import { environment } from './environment.ts';

/** A thread that folds mines which this one writes, some after the others. What it cannot fold, or if it failed, rejects. */
export interface ThreadBeside {
  mines(mineIds: readonly string[]): Promise<readonly MineAsWhole[]>;
  close(): Promise<void>;
}

/** Starts a thread that folds what a read database is filled with. */
export function startBeside(workerData: BesideAssignment): ThreadBeside {
  const worker = new Worker(new URL('./beside-thread.ts', import.meta.url), { workerData, env: environment() });
  const asked: PromiseWithResolvers<Beside>[] = [];
  let failure: Error | undefined;

  function fail(error: Error): void {
    failure ??= error;
    for (const { reject } of asked.splice(0)) reject(failure);
  }

  function ask(told: ToFold): Promise<Beside> {
    const answer = Promise.withResolvers<Beside>();
    if (failure) answer.reject(failure);
    else {
      asked.push(answer);
      worker.postMessage(told);
    }
    return answer.promise;
  }

  worker.on('message', (posted) => asked.shift()?.resolve(beside.parse(posted)));
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('The thread beside this one ended.')));
  return {
    async mines(mineIds) {
      const answer = await ask({ mineIds: [...mineIds] });
      if (answer) return read(answer);
      throw new Error('These mines could not be folded beside.');
    },
    async close() {
      await worker.terminate();
    },
  };
}
