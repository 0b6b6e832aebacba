import { once } from 'node:events';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { z } from 'zod';

/**
 * Does work in threads of one script, each of which takes the next piece when it has done one. A thread is posted a piece and posts back what
 * it made of it.
 * @param work each piece is taken once, in which thread is not said
 * @param take called with each answer, in the order in which they come; what it throws, or a thread, ends the work
 */
export async function inThreads<Piece, Answer extends z.ZodType>(
  {
    script,
    threads,
    answer,
    ...options
  }: {
    readonly script: URL;
    readonly threads: number;
    /** What a thread posts back. */
    readonly answer: Answer;
  } & Pick<WorkerOptions, 'workerData' | 'resourceLimits'>,
  work: AsyncIterator<Piece> | Iterator<Piece>,
  take: (made: z.output<Answer>) => void,
): Promise<void> {
  const workers = Array.from({ length: threads }, () => new Worker(script, options));
  try {
    await Promise.all(
      workers.map(async (worker) => {
        const failing = failureOf(worker);
        for (let next = await work.next(); !next.done; next = await work.next()) {
          worker.postMessage(next.value);
          const [posted] = await Promise.race([once(worker, 'message'), failing]);
          take(answer.parse(posted));
        }
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Rejects when the thread fails, whether or not somebody waits for its answer then. */
function failureOf(worker: Worker): Promise<never> {
  const failing = new Promise<never>((_, reject) => worker.once('error', reject));
  failing.catch(() => {});
  return failing;
}
