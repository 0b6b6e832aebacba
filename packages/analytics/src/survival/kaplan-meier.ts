import { normalFactor } from '../distributions.ts';
import { atTimes } from './at-times.ts';
import { type Estimate, withLogLogLimits } from './estimate.ts';
import type { Observation } from './observation.ts';
import { type RiskTable, riskTable } from './risk-table.ts';

/** The estimate just after one time, and the counts at it. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** The probability of not having ended by then, this time included. */
  readonly survival: Estimate;
}

/** An estimated survival curve: 1 from the beginning, and constant from each step to the next. */
export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  readonly censored: number;
  /** The confidence of all limits, such as 0.95. */
  readonly confidence: number;
  /** One for each time at which one ended or was last seen, in order. */
  readonly steps: readonly SurvivalStep[];
  /** How many are at risk at any time: watched just before it and not ended. */
  readonly atRisk: (time: number) => number;
}

/** The curve at a time that somebody asked for. */
export interface SurvivalAt {
  readonly time: number;
  readonly atRisk: number;
  /** How many ended since the time before in the list, this time included. */
  readonly events: number;
  /** How many were last seen since the time before in the list, this time included. */
  readonly censored: number;
  /** Null after the last time of all, unless the curve came to 0: nobody was watched any more. */
  readonly survival: Estimate | null;
}

/** The survival before anything has happened. */
const CERTAIN: Estimate = { value: 1, standardError: 0, lower: null, upper: null };

/**
 * The Kaplan–Meier estimate S(t) = ∏ (1 - d/n) over the times up to t, d ending of n at risk (Kaplan & Meier 1958, J. Am. Stat. Assoc. 53:457), with late
 * entry (Tsai, Jewell & Wang 1987, Biometrika 74:883), Greenwood's variance S² ∑ d/(n(n-d)) (Greenwood 1926) and log-log confidence limits. Every
 * outcome ends; who asks for one alone gives the others as censored. As R's `survfit(Surv(entry, time, event) ~ 1, conf.type = "log-log")`.
 *
 * Where everyone at risk ends, the curve is 0 from there on, also if more enter later: with few at risk early, start later. No observations give no
 * steps.
 * @throws InvalidObservation
 * @throws RangeError for a confidence that is none
 */
export function kaplanMeier(observations: readonly Observation[], confidence = 0.95): SurvivalCurve {
  return curveOf(riskTable(observations), confidence);
}

/** {@link kaplanMeier} of what is counted already. */
export function curveOf({ n, rows, atRisk: riskAt }: RiskTable, confidence: number): SurvivalCurve {
  const factor = normalFactor(confidence);
  let [value, greenwood, total] = [1, 0, 0];
  const steps = rows.map(({ time, atRisk, events, censored }) => {
    if (events > 0) {
      value *= (atRisk - events) / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      total += events;
    }
    const standardError = value === 0 ? null : value * Math.sqrt(greenwood);
    return { time, atRisk, events, censored, survival: withLogLogLimits(value, standardError, factor) };
  });
  return { n, events: total, censored: n - total, confidence, steps, atRisk: riskAt };
}

/** The curve at given times, each once and in order. As R's `summary(survfit(…), times)`, which leaves out what is null here. */
export function survivalAt({ steps, atRisk }: SurvivalCurve, times: readonly number[]): SurvivalAt[] {
  return atTimes(steps, times).map(({ time, last, since, beyond }) => {
    const survival = last?.survival ?? CERTAIN;
    return {
      time,
      atRisk: atRisk(time),
      events: since.reduce((total, step) => total + step.events, 0),
      censored: since.reduce((total, step) => total + step.censored, 0),
      survival: beyond && survival.value > 0 ? null : survival,
    };
  });
}

/** The times at which one ended, in order: where the curve goes down. No more than `most`, evenly chosen, the first and the last among them. */
export function eventTimes({ steps }: SurvivalCurve, most = Number.POSITIVE_INFINITY): readonly number[] {
  const times = steps.filter(({ events }) => events > 0).map(({ time }) => time);
  if (times.length <= most) return times;
  const step = (times.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, index) => times[Math.round(index * step)] ?? 0);
}
