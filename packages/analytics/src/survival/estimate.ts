/** A probability with its uncertainty. */
export interface Estimate {
  readonly value: number;
  /** Null where it is not defined: of a survival that has come to 0. */
  readonly standardError: number | null;
  /** Confidence limits; null where the probability is 0 or 1, of which the log-log method says nothing. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * A probability with its log-log confidence limits, p^exp(∓z·se/(p·log p)): those of log(-log p), by the delta method, brought back. They stay within
 * 0 and 1 (Kalbfleisch & Prentice 1980, §1.3; Klein & Moeschberger 2003, eq. 4.3.2; R: `conf.type = "log-log"`). `factor` is the normal
 * quantile z of the confidence wanted.
 */
export function withLogLogLimits(value: number, standardError: number | null, factor: number): Estimate {
  if (standardError === null || value <= 0 || value >= 1) return { value, standardError, lower: null, upper: null };
  const width = (factor * standardError) / (value * Math.log(value));
  return { value, standardError, lower: value ** Math.exp(-width), upper: value ** Math.exp(width) };
}
