import type { Position } from './event-store.ts';
import { compareLogPositions, logPosition } from './kurrentdb/positions.ts';
import type { StoreAddress } from './open-store.ts';
import { comparePositions } from './positions.ts';

/**
 * Orders the positions of a store of one kind as the store does, for a thread that does not have the store.
 * @throws InvalidPosition
 */
export function comparePositionsOf(kind: StoreAddress['kind']): (a: Position, b: Position) => number {
  return kind === 'kurrentdb' ? (a, b) => compareLogPositions(logPosition(a), logPosition(b)) : comparePositions;
}

/** How much of a log of any kind of store lies up to a position, from 0 to 1, by the numbers that positions begin with: roughly, for some of those have gaps. */
export function shareOfLog(position: Position, head: Position): number {
  return Math.min(1, Number.parseInt(position, 10) / Number.parseInt(head, 10));
}
