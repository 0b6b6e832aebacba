import { InvalidPosition } from '../errors.ts';
import type { Position } from '../event-store.ts';

/** Where an event stands in the log of a cluster: the log's own two numbers, which have gaps and outgrow JavaScript's. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

const LARGEST = 2n ** 63n - 1n;
const FORM = /^(0|[1-9]\d{0,18})\/(0|[1-9]\d{0,18})$/;

/** The position as readers get it. */
export function positionText({ commit, prepare }: LogPosition): Position {
  return `${commit}/${prepare}`;
}

/** Whether a server named a position at all; servers that do not know one answer the largest number there is. */
export function isKnown(position: LogPosition | undefined): position is LogPosition {
  return position !== undefined && position.commit <= LARGEST && position.prepare <= LARGEST;
}

/**
 * The place in the log that a position stands for.
 * @throws InvalidPosition when the text is not a position of such a store
 */
export function logPosition(position: Position): LogPosition {
  const [, commit, prepare] = FORM.exec(position) ?? [];
  const found = commit && prepare ? { commit: BigInt(commit), prepare: BigInt(prepare) } : undefined;
  if (!isKnown(found)) throw new InvalidPosition(`${JSON.stringify(position)} is not a position of this store.`);
  return found;
}

/** Orders two places in one log: negative, zero or positive. */
export function compareLogPositions(a: LogPosition, b: LogPosition): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}
