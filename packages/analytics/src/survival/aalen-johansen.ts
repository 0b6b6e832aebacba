import { normalFactor } from '../distributions.ts';
import { atTimes } from './at-times.ts';
import { type Estimate, withLogLogLimits } from './estimate.ts';
import type { Observation } from './observation.ts';
import { type RiskRow, type RiskTable, riskTable } from './risk-table.ts';

/** The estimates just after one time, and the counts at it. */
export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  readonly censored: number;
  /** The probability of none of the outcomes by then: Kaplan–Meier's. With all incidences it sums to 1. */
  readonly survival: number;
  /** For each outcome, in the curve's order: how many ended so, and the probability of having ended so by then, this time included. */
  readonly incidences: readonly { readonly events: number; readonly incidence: Estimate }[];
}

/** Estimated cumulative incidences: 0 from the beginning, and constant from each step to the next. */
export interface IncidenceCurves {
  readonly n: number;
  readonly outcomes: readonly string[];
  readonly confidence: number;
  readonly steps: readonly IncidenceStep[];
}

/**
 * The Aalen–Johansen estimate of cumulative incidence with competing outcomes, I(t) = ∑ S(t-) d/n over the times up to t, d ending in the outcome of n at
 * risk (Aalen & Johansen 1978, Scand. J. Stat. 5:141; Kalbfleisch & Prentice 1980, ch. 7), with late entry, and with log-log limits.
 *
 * The variance is the delta method's, as of Greenwood's type (Marubini & Valsecchi 1995, Analysing Survival Data from Clinical Trials and Observational
 * Studies, ch. 10; Andersen, Borgan, Gill & Keiding 1993, §IV.4): with one outcome it is Greenwood's, without censoring I(1-I)/n. R's `survfit` takes
 * the infinitesimal jackknife instead, which differs a little.
 * @throws InvalidObservation
 * @throws RangeError for a confidence that is none
 */
export function aalenJohansen(observations: readonly Observation[], confidence = 0.95): IncidenceCurves {
  return incidencesOf(riskTable(observations), confidence);
}

/** {@link aalenJohansen} of what is counted already. */
export function incidencesOf({ n, rows, outcomes }: RiskTable, confidence: number): IncidenceCurves {
  const factor = normalFactor(confidence);
  const running = outcomes.map(newRunning);
  let survival = 1;
  const steps = rows.map((row) => {
    running.forEach((sums, index) => {
      advance(sums, row, row.byOutcome[index] ?? 0, survival);
    });
    if (row.events > 0) survival *= (row.atRisk - row.events) / row.atRisk;
    const incidences = running.map((sums, index) => ({
      events: row.byOutcome[index] ?? 0,
      incidence: withLogLogLimits(sums.incidence, Math.sqrt(Math.max(0, varianceOf(sums))), factor),
    }));
    return { time: row.time, atRisk: row.atRisk, censored: row.censored, survival, incidences };
  });
  return { n, outcomes, confidence, steps };
}

/** The incidence of one outcome at given times, each once and in order; null after the last time of all, unless all had ended. */
export function incidenceAt(
  { steps, outcomes }: IncidenceCurves,
  outcome: string,
  times: readonly number[],
): { readonly time: number; readonly incidence: Estimate | null }[] {
  const index = outcomes.indexOf(outcome);
  return atTimes(steps, times).map(({ time, last, beyond }) => ({
    time,
    incidence: beyond && (last?.survival ?? 1) > 0 ? null : (last?.incidences[index]?.incidence ?? NONE),
  }));
}

/** The incidence before anything has happened. */
const NONE: Estimate = { value: 0, standardError: 0, lower: null, upper: null };

/**
 * What the variance needs, so that a step costs the same however many came before: with g = d/(n(n-d)) of all outcomes and I the incidence after each
 * step, the sums of g, gI and gI²; and with h = S(t-) dₖ/n² those of h, hI and S(t-)² dₖ(n-dₖ)/n³.
 */
interface Running {
  incidence: number;
  g: number;
  gI: number;
  gII: number;
  h: number;
  hI: number;
  own: number;
}

function newRunning(): Running {
  return { incidence: 0, g: 0, gI: 0, gII: 0, h: 0, hI: 0, own: 0 };
}

function advance(sums: Running, { atRisk: n, events }: RiskRow, ended: number, survival: number): void {
  if (events === 0) return;
  sums.incidence += (survival * ended) / n;
  // Where all at risk end, nothing changes any more, and what g would weigh is 0.
  const g = events < n ? events / (n * (n - events)) : 0;
  sums.g += g;
  sums.gI += g * sums.incidence;
  sums.gII += g * sums.incidence ** 2;
  const h = (survival * ended) / n ** 2;
  sums.h += h;
  sums.hI += h * sums.incidence;
  sums.own += (survival ** 2 * ended * (n - ended)) / n ** 3;
}

/** ∑ (I(t)-I)² g + ∑ S(t-)² dₖ(n-dₖ)/n³ - 2 ∑ (I(t)-I) h */
function varianceOf({ incidence, g, gI, gII, h, hI, own }: Running): number {
  return incidence ** 2 * g - 2 * incidence * gI + gII + own - 2 * (incidence * h - hI);
}
