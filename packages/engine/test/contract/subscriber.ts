import type { EventStore, RecordedEvent } from '../../src/event-store/event-store.ts';

/** Someone who reads a subscription as fast as it comes. */
export interface Subscriber {
  readonly batches: readonly RecordedEvent[][];
  /**
   * Waits until this event has been delivered.
   * @throws what ended the subscription before
   */
  reached(eventId: string): Promise<void>;
  /** Aborts the subscription, which has to end. */
  stop(): Promise<void>;
}

/** Subscribes after a position, or from the beginning. */
export function subscribed(store: EventStore, after?: string): Subscriber {
  const aborting = new AbortController();
  const batches: RecordedEvent[][] = [];
  const seen = new Set<string>();
  let delivered = Promise.withResolvers<void>();
  const ended = (async () => {
    for await (const batch of store.subscribe({ after, signal: aborting.signal })) {
      batches.push(batch);
      for (const { eventId } of batch) seen.add(eventId);
      delivered.resolve();
      delivered = Promise.withResolvers();
    }
  })();
  const endedEarly = ended.then(() => {
    if (!aborting.signal.aborted) throw new Error('The subscription ended, though nobody aborted it.');
  });
  // Whoever waits is told; without anyone waiting it is no error.
  endedEarly.catch(() => {});

  return {
    batches,
    async reached(eventId) {
      while (!seen.has(eventId)) await Promise.race([delivered.promise, endedEarly]);
    },
    async stop() {
      aborting.abort();
      await ended;
    },
  };
}
