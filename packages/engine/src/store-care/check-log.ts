import { isReceived } from '../documents/received.ts';
import { type LogDigest, logDigester } from '../event-store/digest.ts';
import type { EventReader, Position, RecordedEvent } from '../event-store/event-store.ts';
import { faultFinder, type StoreFault } from './faults.ts';

/** What is told while a log is checked. */
export interface Checking {
  readonly onFault: (fault: StoreFault) => void;
  /** Called after every batch with the number of events checked so far. */
  readonly onProgress?: ((events: number) => void) | undefined;
  /** Called with every event that puts on record that a document came. */
  readonly onReceived?: ((event: RecordedEvent) => void) | undefined;
}

/** What a log holds, as far as it could be read. */
export interface CheckedLog extends LogDigest {
  /** The position of the last event; null for an empty log. */
  readonly head: Position | null;
  readonly streams: number;
}

/** Reads a whole log, and tells every fault in what it delivers. */
export async function checkLog(
  log: Pick<EventReader, 'readAll'>,
  { onFault, onProgress = () => {}, onReceived = () => {} }: Checking,
): Promise<CheckedLog> {
  const finder = faultFinder(onFault);
  const digester = logDigester();
  let head: Position | null = null;
  let events = 0;
  for await (const batch of log.readAll()) {
    for (const event of batch) finder.look(event);
    for (const event of batch.filter(isReceived)) onReceived(event);
    digester.add(batch);
    events += batch.length;
    head = batch.at(-1)?.position ?? head;
    onProgress(events);
  }
  finder.end();
  return { head, streams: finder.streams(), ...digester.end() };
}
