import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Played, played, type RunOfMines } from './play-run.ts';
import type { Asked } from './setting.ts';

/** In MiB. What a mine's life makes is forgotten when it ends: with more room for young objects fewer are kept for nothing. */
const YOUNG = { maxYoungGenerationSizeMb: 48 };

/**
 * Plays runs of mines in so many threads, each of which takes the next when it has done one. In which order does not matter: a mine's life
 * depends on what is asked for and its number alone.
 * @param onPlayed called after each run with how much it was; what it throws ends the playing
 */
export async function playInThreads(
  runs: readonly RunOfMines[],
  asked: Asked,
  threads: number,
  onPlayed: (played: Played) => void,
): Promise<void> {
  const workers = Array.from(
    { length: Math.min(threads, runs.length) },
    () => new Worker(new URL('./player.ts', import.meta.url), { workerData: asked, resourceLimits: YOUNG }),
  );
  const waiting = runs.values();
  try {
    await Promise.all(
      workers.map(async (worker) => {
        const failing = failureOf(worker);
        for (const run of waiting) {
          worker.postMessage(run);
          const [answer] = await Promise.race([once(worker, 'message'), failing]);
          onPlayed(played.parse(answer));
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
