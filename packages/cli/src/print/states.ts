import type { ChartValue, OperationState } from '@rectify/engine';

const operation: Readonly<Record<OperationState, string>> = {
  operating: 'operating',
  'closed.awaitingInspection': 'closed, awaiting inspection',
  'closed.inspecting': 'closed, being inspected',
  'closed.remediating': 'closed, remediation under way',
  'closed.awaitingReinspection': 'closed, awaiting re-inspection',
  inspected: 'inspected, still shut',
  licensed: 'licensed, still shut',
  reopened: 'reopened',
  decommissioned: 'decommissioned',
};

const appeal: Readonly<Record<ChartValue['appeal'], string>> = {
  none: '',
  'lodged.unstayed': 'appeal pending',
  'lodged.stayed': 'appeal pending, order stayed',
};

const power: Readonly<Record<ChartValue['power'], string>> = {
  none: '',
  ordered: 'under a power direction',
  curtailed: 'power curtailed',
  relocating: 'relocating',
};

/** A state of operation in plain words. */
export function operationInWords(state: OperationState): string {
  return operation[state];
}

/** Where a mine stands in all three regions of the statechart, in plain words. */
export function stateInWords(state: ChartValue): string {
  return [operation[state.operation], appeal[state.appeal], power[state.power]]
    .filter((words) => words !== '')
    .join('; ');
}
