import { compareGroups } from './case-groups.ts';
import { type ClosureTally, type Resolution, resolutionOf, together } from './closure-tally.ts';
import type { StatisticsCase } from './statistics-case.ts';
import { tallyCases } from './tally-cases.ts';

/** What is counted of closures, all together and by group. */
export interface GroupedTally {
  readonly whole: ClosureTally;
  /** In the order of their names, those without one last. */
  readonly groups: ReadonlyMap<string | null, ClosureTally>;
  readonly resolution: Resolution;
}

/** Counts closures group by group; `from` is the beginning of the window, in milliseconds. */
export function tallyGroups(
  cases: readonly StatisticsCase[],
  groupOf: (one: StatisticsCase) => string | null,
  from: number | undefined,
): GroupedTally {
  const resolution = resolutionOf(cases.length);
  const groups = new Map(
    [...Map.groupBy(cases, groupOf)]
      .sort(([a], [b]) => compareGroups(a, b))
      .map(([group, members]) => [group, tallyCases(members, resolution, from)] as const),
  );
  return { whole: together([...groups.values()]), groups, resolution };
}
