import type { ForeseenTally } from '@rectify/projections';
import { Problem } from '../problems.ts';

type Counted = Pick<ForeseenTally, 'count' | 'foreseen'>;

/** The cases that are named, of those that something happened to. */
const NAMED = 20;

/** A bulk action would not come to what its preview showed. `touched` are selected mines that something happened to since. */
export function selectionChanged(shown: Counted, now: Counted, touched: readonly string[]): Problem {
  const named = touched.slice(0, NAMED);
  return new Problem('selection-changed', {
    detail: `You saw ${inWords(shown)}. Now it would be ${inWords(now)}. Look again, then decide.`,
    reasons: named.map((mineId) => ({
      code: 'case-touched',
      detail: `Something has happened to ${mineId} since you looked.`,
      who: 'nobody',
      about: mineId,
    })),
  });
}

/** The requests that would be granted are not as many as whoever grants them saw. */
export function listChanged(expected: number, actual: number): Problem {
  return new Problem('selection-changed', {
    detail: `You expected to grant ${expected} requests, and ${actual} wait without those left out. Look again, then decide.`,
  });
}

function inWords({ count, foreseen: { accepted, needsApproval, refused } }: Counted): string {
  return `${count} cases (${accepted} accepted, ${needsApproval} in need of approval, ${refused} refused)`;
}
