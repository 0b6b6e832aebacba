import { inThreads } from '@rectify/engine';
import { type Played, played, type RunOfMines } from './play-run.ts';
import type { Asked } from './setting.ts';

const script = new URL('./player.ts', import.meta.url);

/** In MiB. What a mine's life makes is forgotten when it ends: with more room for young objects fewer are kept for nothing. */
const YOUNG = { maxYoungGenerationSizeMb: 48 };

/**
 * Plays runs of mines in so many threads. In which order does not matter: a mine's life depends on what is asked for and its number alone.
 * @param onPlayed called after each run with how much it was; what it throws ends the playing
 */
export async function playInThreads(
  runs: readonly RunOfMines[],
  asked: Asked,
  threads: number,
  onPlayed: (played: Played) => void,
): Promise<void> {
  const playing = { script, threads: Math.min(threads, runs.length), answer: played };
  await inThreads({ ...playing, workerData: asked, resourceLimits: YOUNG }, runs.values(), onPlayed);
}
