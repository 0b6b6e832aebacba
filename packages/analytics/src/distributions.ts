/// <reference path="./cephes.d.ts" />
import { chdtrc, compiled, lgam, ndtri } from 'cephes';

await compiled;

/** Below this a tail is answered as 0: a double holds nothing smaller than about e^-745, and Cephes throws from e^-709 on. */
const SMALLEST_EXPONENT = -700;

/**
 * The probability that a chi-squared variable with so many degrees of freedom is at least this large: the upper tail, by Cephes' regularised
 * incomplete gamma function Q(df/2, x/2) (Abramowitz & Stegun 1964, §26.4 and §6.5). 0 where it is below about 1e-304.
 */
export function chiSquaredUpperTail(statistic: number, degreesOfFreedom: number): number {
  const [shape, half] = [degreesOfFreedom / 2, statistic / 2];
  const exponent = half > 0 ? shape * Math.log(half) - half - lgam(shape) : 0;
  return half > shape && exponent < SMALLEST_EXPONENT ? 0 : chdtrc(degreesOfFreedom, statistic);
}

/**
 * How many standard errors a two-sided confidence limit lies from the estimate: the standard normal quantile at (1 + confidence) / 2, by Cephes.
 * @throws RangeError unless the confidence lies between 0 and 1, both excluded
 */
export function normalFactor(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence lies between 0 and 1, not ${confidence}.`);
  return ndtri((1 + confidence) / 2);
}
