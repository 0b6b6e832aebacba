import type { Observation } from '@rectify/analytics';

/** Collects observations, those that are alike as one. */
export interface Alike {
  /** Adds one; without an entry it was watched from the beginning. One that was not watched at all is left out. */
  add(time: number, entry: number | undefined, outcome: string): void;
  observations(): Observation[];
}

/** Collects observations whose times are rounded up to a multiple of `step`, their entries down; exactly without it. */
export function alike(step: number | undefined): Alike {
  const exact: Observation[] = [];
  const counts = new Map<string, Map<number | undefined, Map<number, number>>>();
  return {
    add(time, entry, outcome) {
      if (entry !== undefined && entry >= time) return;
      if (step === undefined) {
        exact.push({ time, entry, outcome });
        return;
      }
      const byEntry = within(counts, outcome, () => new Map<number | undefined, Map<number, number>>());
      const from = entry === undefined ? undefined : Math.floor(entry / step) * step;
      const byTime = within(byEntry, from, () => new Map<number, number>());
      const to = Math.ceil(time / step) * step;
      byTime.set(to, (byTime.get(to) ?? 0) + 1);
    },
    observations: () => [
      ...exact,
      ...[...counts].flatMap(([outcome, byEntry]) =>
        [...byEntry].flatMap(([entry, byTime]) =>
          [...byTime].map(([time, count]): Observation => ({ time, entry, outcome, count })),
        ),
      ),
    ],
  };
}

function within<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = create();
  map.set(key, made);
  return made;
}
