import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts';

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
 * there until it goes on down, the middle of that stretch. The limits are where the confidence limits of the curve come down so far (Brookmeyer & Crowley
 * 1982, Biometrics 38:29, here with log-log limits). As R's `print(survfit(…, conf.type = "log-log"))`; its `quantile` takes the middle of a flat end too, up
 * to the last time of all, and so says more the longer one looks on while nothing ends.
 * @throws RangeError unless the share lies between 0 and 1, both excluded
 */
export function quantile({ steps }: SurvivalCurve, share: number): Quantile {
  if (!(share > 0 && share < 1)) throw new RangeError(`A share lies between 0 and 1, not ${share}.`);
  return {
    value: timeReached(steps, 'value', 1 - share),
    lower: timeReached(steps, 'lower', 1 - share),
    upper: timeReached(steps, 'upper', 1 - share),
  };
}

type Height = 'value' | 'lower' | 'upper';

function timeReached(steps: SurvivalCurve['steps'], height: Height, level: number): number | null {
  let reached = 0;
  while (reached < steps.length && heightOf(steps[reached], height) > level + TOLERANCE) reached += 1;
  const from = steps[reached];
  if (!from) return null;
  let beyond = reached;
  while (beyond < steps.length && heightOf(steps[beyond], height) >= level - TOLERANCE) beyond += 1;
  const to = steps[beyond] ?? from;
  return (from.time + to.time) / 2;
}

/** Where nothing is said of a height, it has not come down. */
function heightOf(step: SurvivalStep | undefined, height: Height): number {
  return step?.survival[height] ?? Number.POSITIVE_INFINITY;
}
