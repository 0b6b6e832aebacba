import { canonicalEvent, type LogDigest, logDigester } from '../event-store/digest.ts';
import type { EventReader, EventStore, RecordedEvent } from '../event-store/event-store.ts';
import { appendAgain, appendsIn, type RecordedAppend } from './appends.ts';

/** The target holds something that is no beginning of what is to be copied; nothing was written. */
export class TargetHoldsOther extends Error {
  override readonly name = 'TargetHoldsOther';
}

/** What the target holds after copying is not what was read; the copy must not be used. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers';
}

/** What was read. */
export interface CopiedLog extends LogDigest {
  /** How many of the events were written now; the others were in the target already. */
  readonly copied: number;
}

/**
 * Copies a log into a store: every event with its id, data and metadata, in the order of all, each append as one. A target that holds a
 * beginning of the same log, left by a copy that was cut off, gets the rest; whatever stands there is compared, not only counted.
 * Whether the target then holds the same is for {@link requireSame} to say, when it has been read back.
 *
 * What comes into the source meanwhile is not copied: `readAll` ends at the head when it began. Nobody else may write to the target.
 *
 * @param atOnce how many appends are handed over before the first is answered. More than one needs a store that keeps the order in which
 *   appends were handed to it: memory and SQLite do. None is handed over while one of an earlier lot is unanswered.
 * @param onProgress called after every batch with the number of events so far
 * @throws TargetHoldsOther; the signal's reason when it aborts; what reading and appending throw
 */
export async function copyLog({
  from,
  to,
  atOnce,
  signal,
  onProgress = () => {},
}: {
  readonly from: Pick<EventReader, 'readAll'>;
  readonly to: EventStore;
  readonly atOnce: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((events: number) => void) | undefined;
}): Promise<CopiedLog> {
  const digester = logDigester();
  const held = appendsOf(to);
  let events = 0;
  let copied = 0;
  for await (const batch of from.readAll()) {
    digester.add(batch);
    const missing = await notYetHeld(appendsIn(batch), held);
    for (let first = 0; first < missing.length; first += atOnce) {
      signal?.throwIfAborted();
      await Promise.all(missing.slice(first, first + atOnce).map((append) => appendAgain(append, to)));
    }
    copied += missing.flat().length;
    events += batch.length;
    onProgress(events);
  }
  const { value: more } = await held.next();
  if (more) throw new TargetHoldsOther(`The target holds more than the source: ${nameOf(more[0])} is not there.`);
  return { ...digester.end(), copied };
}

/**
 * Makes sure that what was read back from a target is what was read from the source.
 * @throws CopyDiffers
 */
export function requireSame(read: LogDigest, there: LogDigest): void {
  if (there.digest === read.digest) return;
  throw new CopyDiffers(
    `The target holds ${there.events} events with digest ${there.digest}, but ${read.events} with digest ${read.digest} were read from the source. Do not use the target.`,
  );
}

/** Passes over those that the target holds at this place of its own log; the others are the rest of the log. */
async function notYetHeld(
  appends: readonly RecordedAppend[],
  held: AsyncIterator<RecordedAppend, undefined>,
): Promise<readonly RecordedAppend[]> {
  for (const [index, append] of appends.entries()) {
    const { value: there } = await held.next();
    if (there === undefined) return appends.slice(index);
    if (!isSame(append, there)) {
      throw new TargetHoldsOther(
        `The target holds something else: ${nameOf(there[0])} stands where ${nameOf(append[0])} of the source belongs. Copy into an empty store, or into one that holds a beginning of the same.`,
      );
    }
  }
  return [];
}

async function* appendsOf(store: EventStore): AsyncGenerator<RecordedAppend, undefined> {
  for await (const batch of store.readAll()) yield* appendsIn(batch);
}

function isSame(append: RecordedAppend, other: RecordedAppend): boolean {
  return (
    append.length === other.length &&
    append.every((event, index) => {
      const there = other[index];
      return there !== undefined && canonicalEvent(event) === canonicalEvent(there);
    })
  );
}

function nameOf({ stream, revision, eventId }: RecordedEvent): string {
  return `event ${eventId} (stream ${JSON.stringify(stream)}, revision ${revision})`;
}
