import type { Observation } from '@rectify/analytics';

/**
 * Weeks of remission of acute leukaemia, under 6-mercaptopurine and under placebo: Freireich et al. 1963, Blood 21:699, as printed by Gehan 1965,
 * Biometrika 52:203. A number below 0 was still in remission after so many weeks.
 */
const WEEKS = {
  '6-MP': [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35],
  placebo: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
} as const;

/** The patients of one group, or of both. */
export function patients(...groups: readonly (keyof typeof WEEKS)[]): Observation[] {
  return groups.flatMap((group) =>
    WEEKS[group].map((weeks) => ({ time: Math.abs(weeks), outcome: weeks < 0 ? 'censored' : 'relapse', group })),
  );
}
