import type { CampaignWithCases } from '@rectify/projections/answers';

/** Where mines of a campaign stand, in the order in which they go through it. */
export const standings = [
  'untouched',
  'requested',
  'closed',
  'inspected',
  'licensed',
  'reopened',
  'withdrawn',
  'quashed',
  'decommissioned',
] as const;

/** Where a mine of a campaign stands. */
export type Standing = (typeof standings)[number];

/** How many mines of a campaign are shut by its order. */
export function stillShut({ closed, inspected, licensed }: CampaignWithCases['cases']): number {
  return closed + inspected + licensed;
}
