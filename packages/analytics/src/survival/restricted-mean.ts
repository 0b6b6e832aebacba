import type { SurvivalCurve } from './kaplan-meier.ts';

/** The mean of what lies within a limit, in the unit of the times. */
export interface RestrictedMean {
  /** What lasts longer counts as this long. */
  readonly upTo: number;
  readonly value: number;
  readonly standardError: number;
}

/**
 * The restricted mean: the area under the curve from 0 to a limit, the largest time unless another is given, with the variance ∑ A² d/(n(n-d)), A being the
 * area from each event to the limit (Miller 1981, Survival Analysis, p. 71; Klein & Moeschberger 2003, eq. 4.5.1 and 4.5.2; R: `print(survfit(…),
 * rmean = "individual")`). Beyond the largest time the curve is taken to stay as high as it ended, as R does. Undefined of no observations.
 */
export function restrictedMean({ steps }: SurvivalCurve, limit?: number): RestrictedMean | undefined {
  const upTo = limit ?? steps.at(-1)?.time;
  if (upTo === undefined || steps.length === 0) return undefined;
  const within = steps.filter(({ time }) => time <= upTo);
  let [area, variance, end] = [0, 0, upTo];
  for (const { time, atRisk, events, survival } of within.toReversed()) {
    area += survival.value * (end - time);
    if (events < atRisk) variance += (area ** 2 * events) / (atRisk * (atRisk - events));
    end = time;
  }
  return { upTo, value: area + end, standardError: Math.sqrt(variance) };
}
