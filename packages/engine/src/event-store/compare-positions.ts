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
