import type { MineStatus } from '@rectify/engine/rectification';

/** The six statuses in the order of a mine's way through rectification. */
export const mineStatuses: readonly MineStatus[] = [
  'operating',
  'closed',
  'inspected',
  'licensed',
  'reopened',
  'decommissioned',
];
