import { CENSORED } from '@rectify/analytics';
import type { ClosureTally } from './closure-tally.ts';
import { DAY, spanOf, sum } from './spans.ts';
import type { ClosureSurvival, Figures, Span } from './statistics-answer.ts';
import { perStateOf } from './time-in-state.ts';

/** Of fewer closures the figures say little. */
const SMALL = 5;

/**
 * Figures of what is counted of closures: domain.md, "Measures". Beside their survival, in which who is still shut is censored, mean and median are of the
 * closures that ended and named so; decommissioning competes with reopening and is counted apart.
 */
export function figuresOf(tally: ClosureTally, survival: ClosureSurvival): Omit<Figures, 'explain'> {
  const { total, byOutcome, waiting, late, states } = tally;
  const ended = sum(Object.values(byOutcome));
  return {
    total,
    small: isSmall(tally),
    ongoing: total - ended,
    ended,
    byOutcome,
    waitingOn: waitingOnOf(waiting),
    lateByOffice: byName(late),
    perState: perStateOf(states),
    survival,
    endedOnly: {
      count: ended - byOutcome.decommissioned,
      notCounted: total - ended,
      decommissioned: byOutcome.decommissioned,
      ...meanAndMedian(tally),
    },
  };
}

/** Whether there are so few closures that their figures say little. */
export function isSmall({ total }: Pick<ClosureTally, 'total'>): boolean {
  return total < SMALL;
}

function waitingOnOf(waiting: ClosureTally['waiting']): Figures['waitingOn'] {
  const parties = (wanted: string) => sum(waiting.map(({ party, closures }) => (party === wanted ? closures : 0)));
  const byOffice = new Map<string, number>();
  for (const { office, closures } of waiting)
    if (office !== null) byOffice.set(office, (byOffice.get(office) ?? 0) + closures);
  return {
    owner: parties('owner'),
    authority: parties('authority'),
    nobody: parties('nobody'),
    byOffice: byName(byOffice),
  };
}

/** Counts in the order of their names, however they were counted. */
function byName(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of the closures that ended so that the mine may run again; of an even number the median is the mean of the two in the middle. */
function meanAndMedian({ lasted }: ClosureTally): { readonly mean: Span | null; readonly median: Span | null } {
  const ranAgain = lasted
    .filter(({ outcome }) => outcome !== CENSORED && outcome !== 'decommissioned')
    .sort((a, b) => a.time - b.time);
  const count = sum(ranAgain.map((one) => one.count ?? 1));
  if (count === 0) return { mean: null, median: null };
  const days = sum(ranAgain.map((one) => one.time * (one.count ?? 1)));
  const middle = (timeOf(ranAgain, Math.ceil(count / 2)) + timeOf(ranAgain, Math.floor(count / 2) + 1)) / 2;
  return { mean: spanOf((days / count) * DAY), median: spanOf(middle * DAY) };
}

/** The time of the one that comes so far down a sorted list, from 1. */
function timeOf(sorted: ClosureTally['lasted'], place: number): number {
  let passed = 0;
  for (const { time, count = 1 } of sorted) {
    passed += count;
    if (passed >= place) return time;
  }
  return 0;
}
