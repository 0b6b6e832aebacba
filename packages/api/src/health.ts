import { setTimeout } from 'node:timers/promises';
import { type EventStore, StoreUnavailable } from '@rectify/engine';
import type { Projector, RebuildProgress } from '@rectify/projections';
import type { Lag } from './lag.ts';
import type { MailCounts } from './mail/sender.ts';

/** How far behind the read side may be when asked, and how long the store may take to tell of its clock, in milliseconds. */
const PATIENCE = 1_000;

/** Tells whether a node can do its work. */
export interface Health {
  look(): Promise<{
    /** Every reason why it cannot; none when it can. */
    readonly reasons: readonly string[];
    /** How far the read side has come. */
    readonly position: string | null;
    /** When the oldest event was recorded that lists do not tell of; null when they tell of all. */
    readonly behindSince: string | null;
    /** How far it is built anew, while it is. */
    readonly rebuilding: RebuildProgress | null;
    /** How e-mails go; null where none are sent. */
    readonly mails: MailCounts | null;
  }>;
}

/** A store that remembers whether it could store when it was last asked to. */
export interface WatchedStore {
  readonly store: EventStore;
  /** Why the last append was not possible; undefined when it was. */
  failing(): string | undefined;
}

/** Watches a store's appends. */
export function watched(store: EventStore): WatchedStore {
  let failing: string | undefined;
  return {
    failing: () => failing,
    store: {
      ...store,
      async append(...append) {
        try {
          const appended = await store.append(...append);
          failing = undefined;
          return appended;
        } catch (error) {
          if (error instanceof StoreUnavailable) failing = error.message;
          throw error;
        }
      },
    },
  };
}

/** The health of a node: its store, its clock, how far its read side is, and how e-mails go, which make none unhealthy. */
export function healthOf(
  { store, failing }: WatchedStore,
  projector: Projector,
  lag: Lag,
  mails: () => MailCounts | undefined,
): Health {
  async function readSide(): Promise<string | undefined> {
    const patience = AbortSignal.timeout(PATIENCE);
    try {
      await projector.caughtUp(patience);
      return undefined;
    } catch (error) {
      const { error: heldUp, position, rebuilding } = projector.state();
      if (patience.aborted && !heldUp && position === null && rebuilding)
        return `The read side is being filled from the log: ${Math.floor(rebuilding.share * 100)} % of it is there.`;
      if (patience.aborted && !heldUp) return 'The read side is still catching up with the log.';
      if (patience.aborted) return `The read side is held up: ${heldUp?.message}.`;
      return `The read side stands still: ${error instanceof Error ? error.message : 'unknown'}`;
    }
  }

  async function clock(): Promise<string | undefined> {
    const patience = setTimeout(PATIENCE, undefined, { ref: false });
    try {
      const error = await Promise.race([store.clockError?.() ?? 0, patience]);
      if (error === 0) return undefined;
      if (error === undefined) return "This node's clock is not compared with the store's yet.";
      const how = `${(Math.abs(error) / 1000).toFixed(1)} seconds ${error > 0 ? 'ahead of' : 'behind'}`;
      return `This node's clock is ${how} the store's, and events are given their times by it: set it right.`;
    } catch (error) {
      return `This node's clock cannot be compared with the store's: ${error instanceof Error ? error.message : 'unknown'}`;
    }
  }

  return {
    async look() {
      const failure = failing();
      const reasons = [
        failure && `The store could not store: ${failure}`,
        ...(await Promise.all([readSide(), clock()])),
      ];
      const { position, rebuilding = null } = projector.state();
      const behindSince = (await lag.behindSince()) ?? null;
      return {
        reasons: reasons.filter((reason) => reason !== undefined),
        position,
        behindSince,
        rebuilding,
        mails: mails() ?? null,
      };
    },
  };
}
