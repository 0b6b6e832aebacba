import { NOTHING_YET, NotFolding, type Projector, type RebuildProgress } from '@rectify/projections';
import type { Logger } from 'pino';

/** How often the log is told how far a rebuild is, in milliseconds. */
const BETWEEN_LINES = 10_000;

/** How the last rebuild of a node's read side went, or goes. */
export interface LastRebuild extends RebuildProgress {
  /** `none`: not since this node started. */
  readonly state: 'none' | 'running' | 'done' | 'failed';
  /** Why it failed. */
  readonly detail: string | null;
}

/** The rebuilds of a node's read side. */
export interface Rebuilds {
  /** Begins one, or goes on with one that was cut off; while one is under way it goes on, and no second one begins. */
  begin(): void;
  last(): LastRebuild;
}

/** None yet. */
export function rebuildsOf(projector: Pick<Projector, 'rebuild'>, log: Logger): Rebuilds {
  let last: LastRebuild = { state: 'none', detail: null, ...NOTHING_YET };

  async function rebuild(): Promise<void> {
    let told = performance.now();
    last = { state: 'running', detail: null, ...NOTHING_YET };
    try {
      await projector.rebuild((progress) => {
        last = { ...last, ...progress };
        if (performance.now() - told < BETWEEN_LINES) return;
        told = performance.now();
        log.info(progress, 'The read side is built anew.');
      });
      last = { ...last, state: 'done', share: 1, secondsLeft: 0 };
      log.info({ events: last.events }, 'The read side was built anew.');
    } catch (error) {
      last = { ...last, state: 'failed', detail: error instanceof Error ? error.message : String(error) };
      if (error instanceof NotFolding) log.info(last, 'Building the read side anew goes on at the next start.');
      else log.error({ err: error }, 'The read side could not be built anew.');
    }
  }

  return {
    begin() {
      if (last.state !== 'running') void rebuild();
    },
    last: () => last,
  };
}
