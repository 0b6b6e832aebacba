import type { StatisticsAnswer } from '../../api/answers.ts';
import type { EndName } from '../chart/chart-option.ts';

/** How long closures last, as the API answers it. */
export type Survival = StatisticsAnswer['survival'];

/** A group of closures to be drawn; `group` is undefined for all of them. */
export interface Curve {
  readonly id: string;
  readonly group: string | null | undefined;
  readonly survival: Survival;
  /** The list of its closures, as the API explains it. */
  readonly closures: string | null | undefined;
}

/** What a curve says on a day; `watched` opens those that were watched then. */
export type OnDay = Survival['survival'][number] & { readonly watched: string | null | undefined };

/** Where a curve comes to: a day after the closing, the share that is still shut from then on, and its limits. */
export interface Step {
  readonly day: number;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** What curves are drawn from, in an answer. */
interface Drawable {
  readonly survival: Survival;
  readonly explain?: Explained | undefined;
  readonly groups?:
    | readonly {
        readonly group: string | null;
        readonly total: number;
        readonly survival: Survival;
        readonly explain?: Explained | undefined;
      }[]
    | undefined;
}

interface Explained {
  readonly total: string | null;
}

/** The groups of an answer, the largest of them if there are more than can be told apart; all closures as one where they are not grouped. */
export function curvesIn({ groups, survival, explain }: Drawable, most: number): Curve[] {
  if (groups === undefined) return [{ id: 'all', group: undefined, survival, closures: explain?.total }];
  const largest = new Set(groups.toSorted((a, b) => b.total - a.total).slice(0, most));
  return groups
    .filter((group) => largest.has(group))
    .map(({ group, ...of }) => ({
      id: `group ${group ?? ''}`,
      group,
      survival: of.survival,
      closures: of.explain?.total,
    }));
}

/** The last day on which a closure of the curve was seen. */
export function lastDay({ restrictedMean }: Survival): number {
  return restrictedMean?.upTo ?? 0;
}

/** A curve from the closing to the last day, step by step. */
export function stepsOf(survival: Survival): Step[] {
  const estimates = survival.survival.map(({ time, survival: estimate }) => ({ time, estimate }));
  return stepsFrom(1, estimates, lastDay(survival));
}

/** A share and its limits, estimated at a time in days; null where nothing can be said. */
interface Estimated {
  readonly time: number;
  readonly estimate: Survival['survival'][number]['survival'];
}

/** Steps from a share at the closing over estimates, to the last day. Where there are no limits they are the share itself. */
export function stepsFrom(share: number, estimates: readonly Estimated[], last: number): Step[] {
  const first: Step = { day: 0, share, lower: share, upper: share };
  const steps = estimates.flatMap(({ time, estimate }): Step[] => {
    if (estimate === null) return [];
    const { value, lower, upper } = estimate;
    return [{ day: time, share: value, lower: lower ?? value, upper: upper ?? value }];
  });
  const end = steps.at(-1) ?? first;
  return [first, ...steps, { ...end, day: Math.max(end.day, last) }];
}

/** Where a curve is on a day; undefined after the last. */
export function stepOn(steps: readonly Step[], day: number): Step | undefined {
  const last = steps.at(-1);
  return last === undefined || day > last.day ? undefined : steps.findLast((step) => step.day <= day);
}

/** The corners of a curve, or of one of its limits, as days and shares: level from each step to the next. */
export function cornersOf(steps: readonly Step[], of: 'share' | 'lower' | 'upper'): [day: number, share: number][] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    const level: [number, number][] = before ? [[step.day, before[of]]] : [];
    return [...level, [step.day, step[of]]];
  });
}

/** The outline of the limits of a curve: along the upper ones, and back along the lower ones. */
export function outlineOf(steps: readonly Step[]): [day: number, share: number][] {
  return [...cornersOf(steps, 'upper'), ...cornersOf(steps, 'lower').toReversed()];
}

/** A name where a curve comes to its end; none where there is no curve. */
export function nameAt(end: Step | undefined, name: Omit<EndName, 'at'>): EndName[] {
  return end ? [{ ...name, at: [end.day, end.share] }] : [];
}
