import { NO_STREAM } from '@kurrent/kurrentdb-client';
import { WrongExpectedRevision } from '../errors.ts';
import type { Appended, Revision } from '../event-store.ts';
import type { PreparedAppend } from '../prepared-append.ts';
import type { ClockComparison } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Contact } from './contact.ts';
import type { Pages } from './pages.ts';
import { type PatienceOptions, patience, patiently } from './patience.ts';
import { isKnown, positionText } from './positions.ts';
import { eventToStore } from './stored-event.ts';

/** What appending needs. */
export interface AppendingNeeds {
  readonly connection: Connection;
  readonly pages: Pages;
  readonly prefix: string;
  readonly options: PatienceOptions;
  /** Whether appends are answered. */
  readonly appends: Contact;
  readonly clocks: ClockComparison;
  /** Makes ids for the cluster, new UUIDs. */
  readonly newId: () => string;
}

/**
 * Stores an append, with its expectation always: only one of all attempts at a revision, from whichever node, can succeed.
 *
 * What the cluster accepts is answered. Whatever else comes back, also nothing at all, is resolved by the stream as the leader has it: the
 * events are there (by this call or an earlier one), or others are, or none are and the append is tried again.
 * @throws WrongExpectedRevision
 * @throws StoreUnavailable when the time is over: the events may be stored, or still will be; trying them again at the same place is safe
 */
export async function storeAppend(append: PreparedAppend, needs: AppendingNeeds): Promise<Appended> {
  const { stream, expected } = append;
  const time = patience(needs.options);
  // A store that closes still answers the appends under way.
  const options = { ...needs.options, closing: new AbortController().signal };
  const mine = new Set<string>();
  for (;;) {
    try {
      return await time.once(() => attempt(append, needs, mine), needs.appends);
    } catch (error) {
      const place = await patiently(options, () => placeOf(append, needs.pages, mine), time);
      if ('appended' in place) return place.appended;
      if (place.actual !== expected) throw new WrongExpectedRevision(stream, expected, place.actual);
      await time.pauseAfter(error);
    }
  }
}

async function attempt(
  append: PreparedAppend,
  { connection, prefix, clocks, newId }: AppendingNeeds,
  mine: Set<string>,
): Promise<Appended> {
  const { stream, expected, events } = append;
  const toStore = events.map((event, index) => eventToStore(event, index, events.length, newId()));
  for (const { id } of toStore) mine.add(id);
  const streamState = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
  const name = `${prefix}${stream}`;
  const { position } = await clocks.around(name, () =>
    connection.appendToStream(name, toStore, { streamState, requiresLeader: true }),
  );
  if (!isKnown(position)) throw new TypeError('The cluster stored an append without saying where.');
  return { ...revisionsOf(append), position: positionText(position), duplicate: false };
}

/** Where an append is, or where its stream is without it. */
type Place = { readonly appended: Appended } | { readonly actual: 'no-stream' | Revision };

/** Looks for an append by the ids of its events. The stream's end is read first: what another attempt stores meanwhile is then found. */
async function placeOf(
  { stream, expected, events }: PreparedAppend,
  pages: Pages,
  mine: ReadonlySet<string>,
): Promise<Place> {
  const [end] = (await pages.backwards(stream, 'end', 1)).events;
  const { firstRevision, lastRevision } = revisionsOf({ expected, events });
  if (end && end.event.revision >= lastRevision) {
    const there = (await pages.forwards(stream, firstRevision, events.length)).events;
    const last = there.at(-1);
    if (
      last &&
      there.length === events.length &&
      there.every(({ event }, index) => event.eventId === events[index]?.eventId)
    ) {
      const { position } = last.event;
      return { appended: { firstRevision, lastRevision, position, duplicate: !mine.has(last.storedId) } };
    }
  }
  return { actual: end?.event.revision ?? 'no-stream' };
}

function revisionsOf({ expected, events }: Pick<PreparedAppend, 'expected' | 'events'>) {
  const firstRevision = expected === 'no-stream' ? 0 : expected + 1;
  return { firstRevision, lastRevision: firstRevision + events.length - 1 };
}
