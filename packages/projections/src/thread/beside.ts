import { Worker } from 'node:worker_threads';
import type { Piece } from '@rectify/engine/folding';
import type { MineAsWhole } from '../bulk/fold-mine.ts';
import type { PreparedFacts } from '../bulk/prepared-facts.ts';
import { type Beside, type BesideAssignment, beside, read, type ToPrepare } from './beside-messages.ts';
import { environment } from './environment.ts';

/** A thread that prepares what this one writes, one after the other. What it cannot prepare, or if it failed, rejects. */
export interface ThreadBeside {
  facts(piece: Piece): Promise<PreparedFacts>;
  mines(mineIds: readonly string[]): Promise<readonly MineAsWhole[]>;
  close(): Promise<void>;
}

/** Starts a thread that prepares what a read database is filled with. */
export function startBeside(workerData: BesideAssignment): ThreadBeside {
  const worker = new Worker(new URL('./beside-thread.ts', import.meta.url), { workerData, env: environment() });
  const asked: PromiseWithResolvers<Beside>[] = [];
  let failure: Error | undefined;

  function fail(error: Error): void {
    failure ??= error;
    for (const { reject } of asked.splice(0)) reject(failure);
  }

  function ask(told: ToPrepare): Promise<Beside> {
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
    async facts(piece) {
      const answer = await ask({ kind: 'facts', ...piece });
      if (answer && 'facts' in answer) return answer.facts;
      throw new Error('These facts could not be prepared beside.');
    },
    async mines(mineIds) {
      const answer = await ask({ kind: 'mines', mineIds: [...mineIds] });
      if (answer && 'mines' in answer) return read(answer.mines);
      throw new Error('These mines could not be folded beside.');
    },
    async close() {
      await worker.terminate();
    },
  };
}
