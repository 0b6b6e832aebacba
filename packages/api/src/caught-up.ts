import type { Projector, RebuildProgress } from '@rectify/projections';

/** How often it is looked how far a read side that catches up is, and whether it is held up, in milliseconds. */
const CATCHING_UP_LOOK = 200;

/** How often it is told how far a read side is that is filled, in milliseconds. */
const BETWEEN_LINES = 5_000;

/**
 * Waits until the read side has come to the end of the log: half of it would answer that a shut mine runs. One that is held up or stands still
 * is not waited for; what it holds can be read, and health says why. One that is filled first tells now and then how far it is.
 */
export async function caughtUp(projector: Projector, onFilling: (progress: RebuildProgress) => void): Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  for (;;) {
    const patience = AbortSignal.timeout(CATCHING_UP_LOOK);
    try {
      return await projector.caughtUp(patience);
    } catch {
      const { error, rebuilding } = projector.state();
      if (!patience.aborted || error) return;
      if (!rebuilding || performance.now() - told < BETWEEN_LINES) continue;
      told = performance.now();
      onFilling(rebuilding);
    }
  }
}
