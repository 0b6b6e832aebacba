import type { EventStore, Position } from '@rectify/engine';
import { InvalidPosition } from '@rectify/engine';
import { Problem } from '../problems.ts';

/** The event id of the live stream: a position with the store it belongs to; `undefined` is before the first event. */
export function writeLiveCursor({ storeId }: Pick<EventStore, 'storeId'>, position: Position | undefined): string {
  return `${storeId}:${position ?? ''}`;
}

/**
 * Reads a `Last-Event-ID`; what it answers is undefined for the very beginning.
 * @throws Problem `other-store` for a cursor of another store, or of this one before a restore; `malformed` for anything else
 */
export async function readLiveCursor(
  store: Pick<EventStore, 'storeId' | 'compare' | 'head'>,
  text: string,
): Promise<Position | undefined> {
  const [, storeId, position] = /^(.+):([^:]*)$/.exec(text) ?? [];
  if (storeId === undefined || position === undefined) throw malformed();
  if (storeId !== store.storeId) throw otherStore();
  if (position === '') return undefined;
  const head = await store.head();
  if (head === undefined || isBehind(store, head, position)) throw otherStore();
  return position;
}

function isBehind(store: Pick<EventStore, 'compare'>, a: Position, b: Position): boolean {
  try {
    return store.compare(a, b) < 0;
  } catch (error) {
    if (error instanceof InvalidPosition) throw malformed();
    throw error;
  }
}

function malformed(): Problem {
  return new Problem('malformed', { detail: 'Last-Event-ID is no id of this stream.' });
}

function otherStore(): Problem {
  return new Problem('other-store', {
    detail:
      'Last-Event-ID belongs to another event store, or to this one before a restore. Read everything anew and follow without it.',
  });
}
