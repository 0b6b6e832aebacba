import { setTimeout as pause } from 'node:timers/promises';
import { StoreClosed, StoreUnavailable } from '../errors.ts';
import type { Contact } from './contact.ts';
import { isLasting, lasting } from './failure.ts';

/** Pauses between attempts double from the first to the longest, in milliseconds. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1_000;

/** How many attempts of full length fit into one call. */
const ATTEMPTS = 3;

/** What calls to one cluster have in common. */
export interface PatienceOptions {
  /** What the store is called in messages. */
  readonly store: string;
  /** How long one attempt may take, in milliseconds; a call as a whole may take three times as long. */
  readonly attempt: number;
  /** A number from 0 up to 1: pauses are jittered, so that nodes do not all come back at once. */
  readonly random: () => number;
  /** Whether reads are answered. */
  readonly reads: Contact;
  /** Aborts when the store closes. */
  readonly closing: AbortSignal;
}

/** The time that one call has. */
export interface Patience {
  /**
   * One attempt; the contact is told what came of it.
   * @throws StoreUnavailable when it takes too long; what it was about may have happened, or still happen
   */
  once<T>(attempt: () => Promise<T>, contact: Contact): Promise<T>;
  /**
   * Waits a while before the next attempt.
   * @throws StoreUnavailable at once, with `error` as its cause, when that lasts or the time is over
   */
  pauseAfter(error: unknown): Promise<void>;
}

/** Begins a call. */
export function patience(
  { store, attempt, random }: PatienceOptions,
  until = performance.now() + ATTEMPTS * attempt,
): Patience {
  let longest = FIRST_PAUSE;
  return {
    async once(run, contact) {
      const tooLong = AbortSignal.timeout(attempt);
      const late = () => new StoreUnavailable(`${store} did not answer within ${attempt} ms.`);
      try {
        const answer = await untilAborted(run(), tooLong, late);
        contact.answered();
        return answer;
      } catch (error) {
        contact.failed(error);
        throw error;
      }
    },
    async pauseAfter(error) {
      if (isLasting(error)) throw lasting(error, store);
      const wait = longest * (0.5 + random() / 2);
      if (performance.now() + wait > until)
        throw new StoreUnavailable(`${store} cannot be reached now.`, { cause: error });
      longest = Math.min(longest * 2, LONGEST_PAUSE);
      await pause(wait);
    },
  };
}

/**
 * Reads as often as it takes, within the time of one call and while the store is open.
 * @throws StoreClosed, StoreUnavailable, StoreUnusable
 */
export async function patiently<T>(
  options: PatienceOptions,
  read: () => Promise<T>,
  time = patience(options),
): Promise<T> {
  for (;;) {
    try {
      return await untilAborted(time.once(read, options.reads), options.closing, () => new StoreClosed());
    } catch (error) {
      if (error instanceof StoreClosed) throw error;
      await untilAborted(time.pauseAfter(error), options.closing, () => new StoreClosed());
    }
  }
}

/** The answer, or an error as soon as the signal aborts; the work itself goes on unheard. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal, error: () => Error): Promise<T> {
  if (signal.aborted) {
    work.catch(() => {});
    return Promise.reject(error());
  }
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const abort = (): void => reject(error());
  signal.addEventListener('abort', abort, { once: true });
  work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  return promise;
}
