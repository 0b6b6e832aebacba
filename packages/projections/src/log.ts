import type { EventStore } from '@rectify/engine';

/** What folding needs of a store: all events from a position on, the order of positions, and where the log ended when it was last looked at. */
export type Log = Pick<EventStore, 'storeId' | 'compare' | 'subscribe' | 'readAll' | 'head'>;

/** Whether a log holds more events than so many. */
export async function holdsMoreThan(events: number, log: Pick<Log, 'readAll'>): Promise<boolean> {
  let found = 0;
  for await (const batch of log.readAll()) {
    found += batch.length;
    if (found > events) return true;
  }
  return false;
}
