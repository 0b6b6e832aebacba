/** Tells the subscriptions of one store that there is more to read. It carries no events: each subscription reads them itself. */
export interface Live {
  readonly closed: boolean;
  /** Wakes whoever waits. */
  appended(): void;
  /** Resolves at the next append, when the store closes, or when `signal` aborts; it never rejects. */
  next(signal: AbortSignal): Promise<void>;
  /** Marks the store as closed and wakes whoever waits. */
  close(): void;
}

/** Starts with nobody waiting. */
export function createLive(): Live {
  let closed = false;
  let waiting = new Set<() => void>();

  function wakeAll(): void {
    const woken = waiting;
    waiting = new Set();
    for (const wake of woken) wake();
  }

  return {
    get closed() {
      return closed;
    },
    appended: wakeAll,
    next(signal) {
      if (closed || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        function wake(): void {
          signal.removeEventListener('abort', wake);
          waiting.delete(wake);
          resolve();
        }
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      });
    },
    close() {
      closed = true;
      wakeAll();
    },
  };
}
