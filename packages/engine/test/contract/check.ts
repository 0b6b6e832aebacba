import type { EventStore } from '../../src/event-store/event-store.ts';
import { withDeadlines, within } from './deadlines.ts';

/** An empty store for one check. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Opens the same store once more after it was closed; absent when closing loses what it holds. */
  readonly reopen?: () => Promise<EventStore>;
  /** How long one call may go unanswered, in milliseconds; three minutes unless told otherwise. */
  readonly deadline?: number;
  /** Closes it and removes what it left, also when it is already closed. */
  cleanup(): Promise<void>;
}

/** Opens an empty store. */
export type OpenStore = () => Promise<OpenedStore>;

/** One sentence that holds for every store. `check` throws when it does not; it never hangs on a store that does not answer. */
export interface Check {
  readonly name: string;
  readonly check: (open: OpenStore) => Promise<void>;
}

/** Checks that belong together. They are plain data, so that they run as jest tests and on stores that are broken on purpose. */
export interface Suite {
  readonly name: string;
  readonly checks: readonly Check[];
}

const DEADLINE = 180_000;

/** A check of one empty store. */
export function check(
  name: string,
  body: (store: EventStore, opened: Pick<OpenedStore, 'reopen'>) => Promise<void>,
): Check {
  return { name, check: (open) => onStore(open, body) };
}

/**
 * Opens a store, hands it over and cleans up. Every call to the store that is not answered in time fails.
 * @throws Unanswered, and what the body throws
 */
export async function onStore(
  open: OpenStore,
  body: (store: EventStore, opened: Pick<OpenedStore, 'reopen'>) => Promise<void>,
): Promise<void> {
  const { store, reopen, cleanup, deadline = DEADLINE } = await open();
  try {
    await body(withDeadlines(store, deadline), {
      reopen: reopen && (async () => withDeadlines(await reopen(), deadline)),
    });
  } finally {
    await within(deadline, 'closing after the check', cleanup());
  }
}
