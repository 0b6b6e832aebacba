import type { SurvivalCurve } from './kaplan-meier.ts';

/** By when a share has ended, with limits; null where the curve or its limit does not come down so far. */
export interface Quantile {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Values of a curve closer than this to what is sought are the same: R's, the root of the precision of a double. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The time by which a share (0.5: the median) has ended: the first at which the survival is at most 1 - share, and if the curve lies flat exactly
 * there, the middle of that stretch. The limits are where the confidence limits of the curve come down so far (Brookmeyer & Crowley 1982,
 * Biometrics 38:29, here with log-log limits). As R's `quantile(survfit(…, conf.type = "log-log"))`, which takes a flat end up to the last
 * time of all; its `print` takes the beginning of a flat end instead.
 * @throws RangeError unless the share lies between 0 and 1, both excluded
 */
export function quantile({ steps }: SurvivalCurve, share: number): Quantile {
  if (!(share > 0 && share < 1)) throw new RangeError(`A share lies between 0 and 1, not ${share}.`);
  const times = steps.map(({ time }) => time);
  const reached = (heights: readonly (number | null)[]) => timeReached(times, heights, 1 - share);
  return {
    value: reached(steps.map(({ survival }) => survival.value)),
    lower: reached(steps.map(({ survival }) => survival.lower)),
    upper: reached(steps.map(({ survival }) => survival.upper)),
  };
}

function timeReached(times: readonly number[], heights: readonly (number | null)[], level: number): number | null {
  const from = times[heights.findIndex((height) => height !== null && height <= level + TOLERANCE)];
  if (from === undefined) return null;
  const beyond = times[heights.findIndex((height) => height !== null && height < level - TOLERANCE)];
  return (from + (beyond ?? times.at(-1) ?? from)) / 2;
}
