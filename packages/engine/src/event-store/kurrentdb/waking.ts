import { setTimeout as pause } from 'node:timers/promises';
import { END, streamNameFilter } from '@kurrent/kurrentdb-client';
import { createLive } from '../live.ts';
import type { Connection } from './connection.ts';
import { whyOf } from './failure.ts';

/** Without a sign that there is more, subscriptions look for themselves after so many milliseconds. */
const LOOK_ANYWAY = 5_000;

/** A cut subscription is taken up again after up to so many milliseconds, and up to so many when that fails again and again. */
const SOON = 100;
const LATER = 2_000;

/** Tells the subscriptions of one store that there may be more to read; it carries no events. */
export interface Waking {
  /** How often was told. Taken before a read and equal after it: nothing can have been missed. */
  readonly count: number;
  /** There may be more. */
  wake(): void;
  /** Resolves when there may be more, or when `signal` aborts; it never rejects. */
  next(signal: AbortSignal): Promise<void>;
}

/**
 * Listens to the cluster from the first time somebody waits until `closing` aborts, by one subscription from the log's end for all.
 * It may be cut at any time: when it stands again everybody is woken, and reads on from where they were.
 */
export function wakingBy(
  connection: Connection,
  {
    prefix,
    store,
    random,
    onNotice,
    closing,
  }: {
    readonly prefix: string;
    /** What the store is called in messages. */
    readonly store: string;
    readonly random: () => number;
    /** Told in a sentence when the subscription stands again. */
    readonly onNotice: (notice: string) => void;
    readonly closing: AbortSignal;
  },
): Waking {
  const live = createLive();
  let count = 0;
  let failures = 0;
  let cut: string | undefined;
  let listening = false;

  function wake(): void {
    count++;
    live.appended();
  }

  async function listenOnce(): Promise<void> {
    const filter = streamNameFilter({ prefixes: [prefix] });
    const subscription = connection.subscribeToAll({ fromPosition: END, requiresLeader: true, filter });
    subscription.on('confirmation', () => {
      failures = 0;
      if (cut !== undefined) onNotice(`The subscription to ${store} was resumed after it was cut: ${cut}`);
      cut = undefined;
      wake();
    });
    for await (const _event of subscription) wake();
  }

  async function listen(): Promise<void> {
    while (!closing.aborted) {
      cut = await listenOnce().then(() => 'the server ended it.', whyOf);
      const wait = Math.min(SOON * 2 ** failures, LATER) * random();
      failures++;
      await pause(wait, undefined, { signal: closing }).catch(() => {});
    }
  }

  return {
    get count() {
      return count;
    },
    wake,
    next(signal) {
      if (!listening) {
        listening = true;
        void listen();
      }
      return live.next(AbortSignal.any([signal, closing, AbortSignal.timeout(LOOK_ANYWAY)]));
    },
  };
}
