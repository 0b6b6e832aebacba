import type { Chance } from './chance.ts';

/** A day in milliseconds. */
export const DAY = 86_400_000;
/** A minute in milliseconds. */
export const MINUTE = 60_000;

/**
 * How long things take in generated histories: log-normal, with the median in days and the standard deviation of the logarithm. **All of
 * these are invented**, chosen so that the pages and statistics have something plausible to show. None is estimated from any data, and
 * nothing about real mines or offices can be learned from them. What is then done falls into office hours, so the times are a little longer.
 */
const lengths = {
  /** From a request under four eyes to its answer. */
  approval: { median: 0.6, sigma: 1 },
  /** From the order to its service on the owner. */
  service: { median: 1.2, sigma: 0.7 },
  /** `closed.awaitingInspection`: from the order to the first inspection. */
  'first inspection': { median: 8, sigma: 0.7 },
  /** `closed.inspecting`: from its start to its result. */
  inspecting: { median: 0.3, sigma: 0.6 },
  /** `closed.remediating`: from a failed inspection to the owner's declaration. */
  remediation: { median: 12, sigma: 0.8 },
  /** `closed.awaitingReinspection`: from the declaration to the next inspection. */
  're-inspection': { median: 6, sigma: 0.7 },
  /** `inspected`: from the inspection passed to the evidence for a requirement. */
  evidence: { median: 5, sigma: 0.9 },
  /** `inspected`: from the evidence to the office's answer. */
  'evidence answer': { median: 7, sigma: 0.7 },
  /** `inspected`: from the last requirement met to the certificate. */
  certificate: { median: 1.5, sigma: 0.6 },
  /** `licensed`: from the certificate to the request to reopen. */
  reopening: { median: 3, sigma: 0.9 },
  /** From reopening to the owner's word that the mine runs. */
  resumption: { median: 1, sigma: 0.8 },
  /** From the order to an appeal. */
  appeal: { median: 11, sigma: 0.7 },
  /** From an appeal to its decision. */
  'appeal decision': { median: 35, sigma: 0.5 },
  /** An answer to the owner: a request for more time, for a stay, to lift the closure. */
  answer: { median: 4, sigma: 0.8 },
  /** From the order to its withdrawal. */
  withdrawal: { median: 15, sigma: 0.8 },
  /** From the order until a mine is given up. */
  'giving up': { median: 70, sigma: 0.6 },
  /** Until an owner signs, declines or curtails what was demanded. */
  compliance: { median: 6, sigma: 0.8 },
  /** Moving to another site. */
  relocation: { median: 40, sigma: 0.5 },
  /** A licensing office's answer to an application. */
  licensing: { median: 20, sigma: 0.6 },
  /** From what happened to its record, where that comes late. */
  'late record': { median: 2.5, sigma: 0.8 },
  /** Until a mistake in the file is noticed. */
  mistake: { median: 9, sigma: 0.9 },
  /** Between one thing and the next on the file, such as notes. */
  filing: { median: 7, sigma: 1 },
} as const;

/** What lasts for a while. */
export type Lasting = keyof typeof lengths;

/** A drawn length of something, in milliseconds. */
export function drawnLength(chance: Chance, of: Lasting): number {
  const { median, sigma } = lengths[of];
  return median * DAY * Math.exp(sigma * chance.normal());
}
