import type { ChartValue, MineStatus, OperationState } from '@rectify/engine/rectification';
import type { Region } from './chart-step.ts';

const statuses: Readonly<Record<OperationState, MineStatus>> = {
  operating: 'operating',
  'closed.awaitingInspection': 'closed',
  'closed.inspecting': 'closed',
  'closed.remediating': 'closed',
  'closed.awaitingReinspection': 'closed',
  inspected: 'inspected',
  licensed: 'licensed',
  reopened: 'reopened',
  decommissioned: 'decommissioned',
};

/** The status that colours a state: only those of the operation region have one. */
export function statusOfState<R extends Region>(region: R, state: ChartValue[R]): MineStatus | null {
  if (region !== 'operation') return null;
  const known: Readonly<Record<string, MineStatus>> = statuses;
  return known[state] ?? null;
}
