import type { Mine } from './rectification/case/mine.ts';

/** An id with a prefix that the mine has not seen yet, such as `F3`: what a form proposes. */
export function freshId(prefix: string, mine: Mine): string {
  const { ids, findingIds } = mine.inspections;
  const taken: readonly string[] = [
    ...ids,
    ...findingIds,
    ...Object.keys(mine.licences),
    ...mine.letters.map(({ letterId }) => letterId),
    ...mine.power.directionIds,
    ...mine.appeals.map(({ appealId }) => appealId),
  ];
  let number = taken.filter((id) => id.startsWith(prefix)).length + 1;
  while (taken.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
