import { type EventStore, StoreUnavailable } from '@rectify/engine';
import type { Projector } from '@rectify/projections';

/** How far behind the read side may be when asked, in milliseconds. */
const PATIENCE = 1_000;

/** Tells whether a node can do its work. */
export interface Health {
  /** Every reason why it cannot; none when it can. */
  look(): Promise<{ readonly reasons: readonly string[]; readonly position: string | null }>;
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

/** The health of a node: its store, and how far its read side is. */
export function healthOf({ failing }: Pick<WatchedStore, 'failing'>, projector: Projector): Health {
  async function readSide(): Promise<string | undefined> {
    const patience = AbortSignal.timeout(PATIENCE);
    try {
      await projector.caughtUp(patience);
      return undefined;
    } catch (error) {
      const heldUp = projector.state().error;
      if (patience.aborted && !heldUp) return 'The read side is still catching up with the log.';
      if (patience.aborted) return `The read side is held up: ${heldUp?.message}.`;
      return `The read side stands still: ${error instanceof Error ? error.message : 'unknown'}`;
    }
  }

  return {
    async look() {
      const failure = failing();
      const reasons = [failure && `The store could not store: ${failure}`, await readSide()];
      return { reasons: reasons.filter((reason) => reason !== undefined), position: projector.state().position };
    },
  };
}
