import { isDeepStrictEqual } from 'node:util';
import type { EventReader, EventStore, RecordedEvent } from '@rectify/engine';

/** The store holds events already, so nothing is loaded into it. */
export class StoreNotEmpty extends Error {
  override readonly name = 'StoreNotEmpty';
  constructor() {
    super(
      'The store holds events already: a demonstration is only loaded into an empty store. Choose a new data folder.',
    );
  }
}

/**
 * Copies every append of a store, as it is and in order, into an empty one. A store that holds a beginning of the same appends, left by a
 * copy that was interrupted, gets the rest. Answers how many events `to` holds then.
 * @throws StoreNotEmpty when `to` holds anything else, or all of it
 */
export async function copyAppends(from: Pick<EventReader, 'readAll'>, to: EventStore): Promise<number> {
  const appends = await appendsOf(from);
  const held = await appendsOf(to);
  const isBeginning = held.every((append, index) => sameEvents(append, appends[index]));
  if (held.length >= appends.length || !isBeginning) throw new StoreNotEmpty();
  for (const append of appends.slice(held.length)) {
    const [first] = append;
    if (!first) continue;
    const events = append.map(({ eventId, type, data, metadata }) => ({ eventId, type, data, metadata }));
    await to.append(first.stream, events, first.revision === 0 ? 'no-stream' : first.revision - 1);
  }
  return appends.flat().length;
}

async function appendsOf(store: Pick<EventReader, 'readAll'>): Promise<RecordedEvent[][]> {
  const appends: RecordedEvent[][] = [];
  for await (const batch of store.readAll()) {
    for (const event of batch) {
      if (event.append.index === 0) appends.push([event]);
      else appends.at(-1)?.push(event);
    }
  }
  return appends;
}

/** Whether two appends say the same; where they stand in their stores does not count. */
function sameEvents(a: readonly RecordedEvent[], b: readonly RecordedEvent[] | undefined): boolean {
  return isDeepStrictEqual(a.map(withoutPosition), b?.map(withoutPosition));
}

function withoutPosition({ position: _position, ...event }: RecordedEvent): Omit<RecordedEvent, 'position'> {
  return event;
}
