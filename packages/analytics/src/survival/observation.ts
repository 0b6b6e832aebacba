/** The outcome of what had not ended when it was last seen. */
export const CENSORED = 'censored';

/**
 * One duration, or several that are alike. All times of one analysis are numbers in one unit, which the caller chooses, from one beginning, 0. They are compared exactly: two
 * that are to be tied must be equal (R's `survfit` rounds away differences of 1e-8; whole numbers need no rounding).
 */
export interface Observation {
  /** From when on it was watched (late entry, left truncation): at risk at later times only, until `time` included. Without it, from the beginning. */
  readonly entry?: number | undefined;
  /** When it ended, or was last seen. */
  readonly time: number;
  /** {@link CENSORED}, or what ended it. */
  readonly outcome: string;
  /** Which group it belongs to. */
  readonly group?: string | undefined;
  /** So many that are alike; 1 unless given. */
  readonly count?: number | undefined;
}

/** An observation that cannot be: a time below 0 or not finite, an entry that is not before it, or a count that is none. */
export class InvalidObservation extends Error {
  override readonly name = 'InvalidObservation';
  /** Which of the observations, from 0. */
  readonly index: number;
  constructor(index: number, detail: string) {
    super(`Observation ${index}: ${detail}`);
    this.index = index;
  }
}

/** @throws InvalidObservation */
export function requireValid({ entry, time, count = 1 }: Observation, index: number): void {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new InvalidObservation(index, `count is ${count}; allowed: whole numbers from 1.`);
  if (!Number.isFinite(time) || time < 0) throw new InvalidObservation(index, `time is ${time}; allowed: 0 or more.`);
  if (entry === undefined) return;
  if (!Number.isFinite(entry) || entry < 0)
    throw new InvalidObservation(index, `entry is ${entry}; allowed: 0 or more.`);
  if (entry >= time) throw new InvalidObservation(index, `entry ${entry} is not before time ${time}.`);
}
