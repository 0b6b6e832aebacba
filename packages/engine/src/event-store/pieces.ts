import type { EventReader, Position, RecordedEvent } from './event-store.ts';
import { BEFORE_ALL, positionNumber } from './positions.ts';

/** A piece of the log of a SQLite store: what lies behind one position (undefined: from the first event on) and up to another, inclusive. It may begin or end within an append. */
export interface Piece {
  readonly after?: Position | undefined;
  readonly upTo: Position;
}

/**
 * Cuts a stretch of the log of a SQLite store into pieces of so many events at most, in their order: its positions are numbers, so that several can each read a piece without having
 * read what comes before. @throws InvalidPosition
 */
export function piecesBetween(after: Position | undefined, upTo: Position, events: number): Piece[] {
  const pieces: Piece[] = [];
  const end = positionNumber(upTo);
  for (let from = numberOf(after); from < end; from += events)
    pieces.push({ ...(from !== BEFORE_ALL && { after: String(from) }), upTo: String(Math.min(end, from + events)) });
  return pieces;
}

/** The events of a piece, in order. @throws as `readAll` */
export async function eventsOf({ after, upTo }: Piece, log: Pick<EventReader, 'readAll'>): Promise<RecordedEvent[]> {
  const end = positionNumber(upTo);
  const limit = end - numberOf(after);
  const events: RecordedEvent[] = [];
  for await (const batch of log.readAll({ ...(after !== undefined && { after }), limit }))
    events.push(...batch.filter(({ position }) => positionNumber(position) <= end));
  return events;
}

function numberOf(position: Position | undefined): number {
  return position === undefined ? BEFORE_ALL : positionNumber(position);
}
