import type { ChartValue, EventType } from '@rectify/engine/rectification';
import type { Region } from './chart-step.ts';

const enteredBy: { readonly [R in Region]: Readonly<Partial<Record<ChartValue[R], EventType>>> } = {
  operation: {
    operating: 'ClosureWithdrawn',
    'closed.awaitingInspection': 'ClosureOrdered',
    'closed.inspecting': 'InspectionStarted',
    'closed.remediating': 'InspectionFailed',
    'closed.awaitingReinspection': 'RemediationDeclared',
    inspected: 'InspectionPassed',
    licensed: 'RequirementsCertified',
    reopened: 'ReopeningAuthorised',
    decommissioned: 'MineDecommissioned',
  },
  appeal: { none: 'AppealDecided', 'lodged.unstayed': 'AppealLodged', 'lodged.stayed': 'StayGranted' },
  power: {
    none: 'PowerDirectionWithdrawn',
    ordered: 'PowerDirectionIssued',
    curtailed: 'PowerCurtailed',
    relocating: 'RelocationStarted',
  },
};

/** The event by which a mine usually comes to a state of a region. */
export function entering(region: Region, state: string): EventType | undefined {
  const known: Readonly<Record<string, EventType>> = enteredBy[region];
  return Object.hasOwn(known, state) ? known[state] : undefined;
}
