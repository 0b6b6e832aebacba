import { setTimeout as pause } from 'node:timers/promises';
import { carryOutRun, StoreClosed, StoreOverloaded, StoreUnavailable } from '@rectify/engine';
import type { CampaignReads, Projector } from '@rectify/projections';
import type { Logger } from 'pino';
import type { ActNeeds } from './act-needs.ts';

/** How long a run waits when the store cannot be written, and when it only has too much to do, in milliseconds. */
const PAUSE = { unavailable: 5_000, overloaded: 1_000 };

/** Names a run that was started. */
export interface RunName {
  readonly campaignId: string;
  readonly runId: string;
}

/** Carries out runs beside everything else that a server does. */
export interface Runner {
  /** Carries out a run, unless that is under way here. */
  begin(run: RunName): void;
  /**
   * Goes on with every run that was left when a server ended, once the read side knows of them; then looks again and again for runs that
   * have not moved since the last look, for the node that carried them out may be gone. Two nodes on one run double nothing.
   */
  goOnWithWhatWasLeft(): Promise<void>;
  /** Leaves runs where they are; another node, or the next start, goes on with them. */
  close(): Promise<void>;
}

/** What a runner needs. */
export interface RunnerNeeds extends Pick<ActNeeds, 'store' | 'engine' | 'clock' | 'newId'> {
  readonly projector: Pick<Projector, 'caughtUp'>;
  readonly campaigns: Pick<CampaignReads, 'unfinishedRuns'>;
  readonly log: Logger;
  /** Seconds from one look for runs that were left to the next; 0 to look at the start alone. */
  readonly seconds: number;
}

/** Starts with no run under way. */
export function startRunner(needs: RunnerNeeds): Runner {
  const { projector, campaigns, log, seconds } = needs;
  const underWay = new Map<string, Promise<void>>();
  const closing = new AbortController();

  async function carryOut(run: RunName): Promise<void> {
    for (;;) {
      try {
        await carryOutRun(needs, run, { signal: closing.signal });
        return;
      } catch (error) {
        if (closing.signal.aborted || error instanceof StoreClosed) return;
        log.error({ err: error, ...run }, 'A run was interrupted.');
        const overloaded = error instanceof StoreOverloaded;
        if (!(overloaded || error instanceof StoreUnavailable)) return;
        const wait = overloaded ? PAUSE.overloaded : PAUSE.unavailable;
        await pause(wait, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  function begin(run: RunName): void {
    if (underWay.has(run.runId) || closing.signal.aborted) return;
    underWay.set(
      run.runId,
      carryOut(run).finally(() => underWay.delete(run.runId)),
    );
  }

  /** Begins the runs that stand where they stood when last seen; the first time all. Answers where they stand. */
  async function look(before: ReadonlyMap<string, number> | undefined): Promise<ReadonlyMap<string, number>> {
    try {
      await projector.caughtUp(closing.signal);
    } catch (error) {
      if (!closing.signal.aborted) log.error({ err: error }, 'Runs that were left are not gone on with.');
      return before ?? new Map();
    }
    const unfinished = campaigns.unfinishedRuns();
    for (const { reported, ...run } of unfinished) {
      if (!before || before.get(run.runId) === reported) begin(run);
    }
    return new Map(unfinished.map(({ runId, reported }) => [runId, reported]));
  }

  return {
    begin,
    async goOnWithWhatWasLeft() {
      let seen: ReadonlyMap<string, number> | undefined;
      do {
        seen = await look(seen);
        await pause(seconds * 1_000, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      } while (seconds > 0 && !closing.signal.aborted);
    },
    async close() {
      closing.abort();
      await Promise.all(underWay.values());
    },
  };
}
