import type { GroupSurvival, SurvivalAnswer } from '@rectify/analytics';
import { counted } from './times.ts';

type Limited = GroupSurvival['quartiles']['median'];
type LogRank = NonNullable<SurvivalAnswer['logRank']>;

/** What is said where there is no test. */
export const NOTHING_TO_COMPARE = 'There is nothing to compare the groups by.';

/** By when a share is over, with limits, to so many decimals; … where the curve, or its limit, does not come down so far. */
export function byWhen({ value, lower, upper }: Limited, decimals = 4): string {
  const [at, from, to] = [value, lower, upper].map((time) => (time === null ? '…' : String(round(time, decimals))));
  return `${at} (${from} to ${to})`;
}

/** The log-rank test as one sentence. */
export function logRankInWords(logRank: LogRank | null): string {
  return logRank ? `Log-rank test: ${chiSquared(logRank).replace('Chi', 'chi')}` : NOTHING_TO_COMPARE;
}

/** The statistic of a test and what it says. */
export function chiSquared({ statistic, degreesOfFreedom, pValue }: LogRank): string {
  const freedom = counted(degreesOfFreedom, 'degree').replace(/degrees?$/, '$& of freedom');
  return `Chi-squared ${fixed(statistic, 2)} on ${freedom}, p ${pValue === 0 ? '< 1e-300' : `= ${Number(pValue.toPrecision(3))}`}.`;
}

/** A number with so many decimals. */
export function fixed(number: number, decimals: number): string {
  return number.toFixed(decimals);
}

/** A number with no more than so many decimals. */
export function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals));
}
