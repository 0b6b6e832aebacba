import { isDay } from '../language/dates.ts';
import { type Asked, isKnownAt } from './as-of.ts';

/** The two times as they are typed; empty: now, and all that is known. */
export interface TypedTimes {
  readonly on: string;
  readonly known: string;
}

/** What is wrong with a typed time. */
export type TimeFault = 'invalid' | 'future';

/** What typed times ask for, or what is wrong with them; `today` is a local day. Whole days and instants can be typed. */
export function readTimes(
  typed: TypedTimes,
  today: string,
): { readonly asked: Asked } | { readonly faults: Partial<Record<keyof TypedTimes, TimeFault>> } {
  const on = typed.on.trim();
  const known = typed.known.trim();
  const [ofOn, ofKnown] = [faultOf(on, today), faultOf(known, today)];
  if (ofOn || ofKnown) return { faults: { ...(ofOn && { on: ofOn }), ...(ofKnown && { known: ofKnown }) } };
  // All that is known by the end of today is all that is known now.
  return { asked: { asOf: on || 'today', knownAt: known === today ? undefined : known || undefined } };
}

/** What is wrong with one typed time; nothing where it is empty. */
export function faultOf(typed: string, today: string): TimeFault | undefined {
  if (typed === '') return undefined;
  if (!isKnownAt(typed)) return 'invalid';
  return isDay(typed) && typed > today ? 'future' : undefined;
}
