import { milliseconds } from '@rectify/engine/rectification';
import type { Standpoint } from '../instants.ts';
import type { ChangesQuery } from './changes-query.ts';

/** What changes are asked for between: two standpoints that differ in what had happened, or in what was known. */
export interface Period {
  readonly axis: ChangesQuery['axis'];
  readonly before: Standpoint;
  readonly after: Standpoint;
  /** On its axis after this instant, and until the other, inclusive; in milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** The period of a question, `now` being what it leaves out. */
export function periodOf({ axis, from, to, asOf, knownAt }: ChangesQuery, now: string): Period {
  const until = to ?? now;
  const bounds = { axis, from: milliseconds(from), to: milliseconds(until) };
  if (axis === 'knowledge') {
    const world = asOf ?? now;
    return { ...bounds, before: { asOf: world, knownAt: from }, after: { asOf: world, knownAt: until } };
  }
  const known = knownAt ?? now;
  return { ...bounds, before: { asOf: from, knownAt: known }, after: { asOf: until, knownAt: known } };
}
