import { compareGroups } from './case-groups.ts';
import { type ClosureTally, resolutionOf, together } from './closure-tally.ts';
import { type CountedAt, OF_COUNTED } from './columns/count-at.ts';
import { groupsBy } from './columns/group-of.ts';
import { tallyClosure } from './columns/tally-closure.ts';
import type { GroupBy } from './statistics-answer.ts';
import type { Tallying } from './tallying.ts';
import { tallyingClosures } from './tallying-closures.ts';
import type { Resolution } from './told-times.ts';

/** What is counted of closures, all together and by group. */
export interface GroupedTally {
  readonly whole: ClosureTally;
  /** In the order of their names, those without one last. Without groups all are in one without a name. */
  readonly groups: ReadonlyMap<string | null, ClosureTally>;
  readonly resolution: Resolution;
}

/** Counts closures group by group; `from` is the beginning of the window, in milliseconds. */
export function tallyGroups(
  counted: CountedAt,
  by: GroupBy | undefined,
  from = Number.NEGATIVE_INFINITY,
): GroupedTally {
  const { columns, closures, point } = counted;
  const resolution = resolutionOf(closures.length);
  const groupOf = by ? groupsBy(by, columns, point) : () => null;
  const tallies = new Map<string | null, Tallying>();
  const tally = tallyClosure(counted);
  /** Closures that lie together are often of one group. */
  let last: string | null = null;
  let into: Tallying | undefined;
  const newTally = () => tallyingClosures(columns.parties, resolution, from);
  for (let row = 0; row < closures.length; row += 1) {
    const isCurrent = closures.get(row, OF_COUNTED.isCurrent) === 1;
    const group = groupOf(closures.get(row, OF_COUNTED.closure), isCurrent, closures.get(row, OF_COUNTED.standing));
    if (!into || group !== last) {
      into = tallies.get(group) ?? newTally();
      tallies.set(group, into);
      last = group;
    }
    tally(row, into);
  }
  const groups = new Map(
    [...tallies]
      .sort(([a], [b]) => compareGroups(a, b))
      .map(([group, one]): [string | null, ClosureTally] => [group, one.tally()]),
  );
  return { whole: together([...groups.values()]), groups, resolution };
}
