import { meanOf, medianOf } from './spans.ts';
import type { ClosureSurvival, Figures } from './statistics-answer.ts';
import type { StatisticsCase } from './statistics-case.ts';
import { perStateOf } from './time-in-state.ts';

/** Of fewer closures the figures say little. */
const SMALL = 5;

/**
 * Counts and measures closures: domain.md, "Measures". Beside their survival, in which who is still shut is censored, mean and median are of the closures
 * that ended and named so; decommissioning competes with reopening and is counted apart. `from`: the beginning of the window, in milliseconds.
 */
export function figuresOf(
  cases: readonly StatisticsCase[],
  survival: ClosureSurvival,
  from: number | undefined,
): Omit<Figures, 'explain'> {
  const ongoing = cases.filter(({ outcome }) => outcome === null);
  const ended = cases.filter(({ outcome }) => outcome !== null);
  const ranAgain = ended.filter(({ outcome }) => outcome !== 'decommissioned');
  const spans = ranAgain.map(({ since, until }) => until - since);
  const outcomes = (wanted: string) => ended.filter(({ outcome }) => outcome === wanted).length;
  return {
    total: cases.length,
    small: isSmall(cases),
    ongoing: ongoing.length,
    ended: ended.length,
    byOutcome: {
      reopened: outcomes('reopened'),
      withdrawn: outcomes('withdrawn'),
      quashed: outcomes('quashed'),
      decommissioned: outcomes('decommissioned'),
    },
    waitingOn: waitingOnOf(cases),
    lateByOffice: countsOf(cases.flatMap(({ lateOffices }) => lateOffices)),
    perState: perStateOf(cases, from),
    survival,
    endedOnly: {
      count: ranAgain.length,
      notCounted: ongoing.length,
      decommissioned: ended.length - ranAgain.length,
      mean: meanOf(spans),
      median: medianOf(spans),
    },
  };
}

/** Whether there are so few closures that their figures say little. */
export function isSmall(cases: readonly StatisticsCase[]): boolean {
  return cases.length < SMALL;
}

function waitingOnOf(cases: readonly StatisticsCase[]): Figures['waitingOn'] {
  const waits = cases.flatMap(({ now }) => now?.waitingOn ?? []);
  const parties = (wanted: string) => waits.filter(({ party }) => party === wanted).length;
  return {
    owner: parties('owner'),
    authority: parties('authority'),
    nobody: parties('nobody'),
    byOffice: countsOf(waits.flatMap(({ office }) => office ?? [])),
  };
}

function countsOf(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, each]) => [name, each.length]));
}
