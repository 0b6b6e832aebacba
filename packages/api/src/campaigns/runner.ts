import { setTimeout as pause } from 'node:timers/promises';
import { carryOutRun, StoreClosed, StoreOverloaded, StoreUnavailable } from '@rectify/engine';
import type { CampaignReads, Projector } from '@rectify/projections';
import type { Logger } from 'pino';
import type { ActNeeds } from './act-needs.ts';

/** How long a run waits when the store cannot be written, in milliseconds. */
const PAUSE = 5_000;

/** Names a run that was started. */
export interface RunName {
  readonly campaignId: string;
  readonly runId: string;
}

/** Carries out runs beside everything else that a server does. */
export interface Runner {
  /** Carries out a run, unless that is under way here. */
  begin(run: RunName): void;
  /** Goes on with the runs that were left when a server ended, once the read side knows of them. */
  resume(): Promise<void>;
  /** Leaves runs where they are; the next start goes on with them. */
  close(): Promise<void>;
}

/** What a runner needs. */
export interface RunnerNeeds extends Pick<ActNeeds, 'store' | 'engine' | 'clock' | 'newId'> {
  readonly projector: Pick<Projector, 'caughtUp'>;
  readonly campaigns: Pick<CampaignReads, 'unfinishedRuns'>;
  readonly log: Logger;
}

/** Starts with no run under way. */
export function startRunner(needs: RunnerNeeds): Runner {
  const { projector, campaigns, log } = needs;
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
        if (!(error instanceof StoreUnavailable || error instanceof StoreOverloaded)) return;
        await pause(PAUSE, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
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

  return {
    begin,
    async resume() {
      try {
        await projector.caughtUp(closing.signal);
      } catch (error) {
        if (!closing.signal.aborted) log.error({ err: error }, 'Runs that were left are not gone on with.');
        return;
      }
      for (const run of campaigns.unfinishedRuns()) begin(run);
    },
    async close() {
      closing.abort();
      await Promise.all(underWay.values());
    },
  };
}
