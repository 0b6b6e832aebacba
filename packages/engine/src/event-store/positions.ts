import { InvalidPosition } from './errors.ts';
import type { Position } from './event-store.ts';

/** Where a store on this machine begins: before its first event, whose position is `1`. */
export const BEFORE_ALL = 0;

/**
 * The number that a position of a memory or SQLite store stands for; these stores count all events from 1.
 * @throws InvalidPosition when the text is not such a number
 */
export function positionNumber(position: Position): number {
  const number = /^[1-9][0-9]{0,15}$/.test(position) ? Number(position) : Number.NaN;
  if (!Number.isSafeInteger(number)) {
    throw new InvalidPosition(`${JSON.stringify(position)} is not a position of this store.`);
  }
  return number;
}

/**
 * Orders two positions of one memory or SQLite store.
 * @throws InvalidPosition
 */
export function comparePositions(a: Position, b: Position): number {
  return positionNumber(a) - positionNumber(b);
}
