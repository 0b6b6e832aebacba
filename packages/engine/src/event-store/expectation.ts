import { WrongExpectedRevision } from './errors.ts';
import type { Appended } from './event-store.ts';
import type { Log } from './log.ts';
import type { PreparedAppend } from './prepared-append.ts';

/** Where an append goes: at a new revision, or nowhere because its events are already stored. */
export type Place = { readonly firstRevision: number } | { readonly duplicate: Appended };

/**
 * Finds where an append goes. When the stream is further than expected, the events after `expected` are compared by id: all
 * equal means that this append was stored before and only its answer was lost.
 * @throws WrongExpectedRevision
 */
export function placeOf(append: PreparedAppend, log: Log): Place {
  const { stream, expected, events } = append;
  const firstRevision = expected === 'no-stream' ? 0 : expected + 1;
  const actual = log.lastRevision(stream);
  if (actual === firstRevision - 1) return { firstRevision };
  const lastRevision = firstRevision + events.length - 1;
  if (actual >= lastRevision) {
    const there = [...log.forwards(stream, firstRevision, lastRevision)];
    const last = there.at(-1);
    if (last && there.every((event, index) => event.eventId === events[index]?.eventId)) {
      return { duplicate: { firstRevision, lastRevision, position: String(last.position), duplicate: true } };
    }
  }
  throw new WrongExpectedRevision(stream, expected, actual === -1 ? 'no-stream' : actual);
}
