import type { Position } from '@rectify/engine';
import { type Instants, milliseconds } from '@rectify/engine/rectification';

/** The instants of a question, with the clock's present for what is still running. */
export interface Asked extends Instants {
  /** The caller's clock: running durations end here, and deadlines are compared with it, unless `asOf` names an instant. */
  readonly now: string;
}

/** One instant in the world, and one on record. */
export interface Standpoint {
  readonly asOf: string;
  readonly knownAt: string;
}

/** The instant that an answer is measured at: `asOf`, or the present. */
export function instantOf({ asOf, now }: Asked): string {
  return asOf ?? now;
}

/** The earlier of two instants that need not be given. */
export function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return milliseconds(a) <= milliseconds(b) ? a : b;
}

/** What an answer over many mines says about itself. */
export function about(position: Position | null, asked: Asked) {
  return { position, asOf: instantOf(asked), knownAt: asked.knownAt ?? asked.now };
}
