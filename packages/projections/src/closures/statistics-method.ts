import type { StatisticsMethod } from './statistics-answer.ts';

/** The confidence of all limits. */
const CONFIDENCE = 0.95;

/** What counts as what in the estimates, and the source of each formula: docs/survival.md. */
export function methodOf(resolution: StatisticsMethod['resolution']): StatisticsMethod {
  return {
    confidence: CONFIDENCE,
    resolution,
    event:
      'The end of a closure in any way: reopened, withdrawn or quashed, and decommissioned as a competing outcome, not as a reopening.',
    censored: 'Still shut as of the answer.',
    lateEntry: 'With `from`, who was shut before is at risk from then on.',
    survival: 'Kaplan–Meier 1958 with Greenwood 1926; limits log-log (Kalbfleisch & Prentice 1980, §1.3).',
    quantiles: 'Brookmeyer & Crowley 1982, with the log-log limits; null where the curve does not come down so far.',
    restrictedMean: 'The area under the curve up to `upTo` days (Miller 1981, p. 71).',
    incidence: 'Aalen–Johansen 1978, its variance by the delta method (Marubini & Valsecchi 1995, ch. 10).',
    logRank: 'Mantel 1966; Peto & Peto 1972. Every end counts, whatever the outcome.',
  };
}
