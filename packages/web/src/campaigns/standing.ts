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

/** How many mines of a campaign were aimed at, or asked for, and are not closed. */
export function notYetClosed({ untouched, requested }: CampaignWithCases['cases']): number {
  return untouched + requested;
}

/** How many mines of a campaign are shut by its order no more. */
export function over({ reopened, withdrawn, quashed, decommissioned }: CampaignWithCases['cases']): number {
  return reopened + withdrawn + quashed + decommissioned;
}

/** How many mines of a campaign are shut by its order. */
export function stillShut({ closed, inspected, licensed }: CampaignWithCases['cases']): number {
  return closed + inspected + licensed;
}
