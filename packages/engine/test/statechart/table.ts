import type { ChartValue, EventType } from '../../src/index.ts';

type Operation = ChartValue['operation'];
type Region = keyof ChartValue;

/** One row of the table: an event that leads one region from some states to others. */
interface Row {
  readonly region: Region;
  readonly from: readonly string[];
  readonly event: EventType;
  /** Where it leads; `same` stays. */
  readonly to: readonly string[];
}

const running: readonly Operation[] = ['operating', 'reopened'];
const closed: readonly Operation[] = [
  'closed.awaitingInspection',
  'closed.inspecting',
  'closed.remediating',
  'closed.awaitingReinspection',
];
const shut: readonly Operation[] = [...closed, 'inspected', 'licensed'];
const alive: readonly Operation[] = [...running, ...shut];
const any: readonly Operation[] = [...alive, 'decommissioned'];

function operation(from: readonly Operation[], event: EventType, ...to: (Operation | 'same')[]): Row {
  return { region: 'operation', from, event, to };
}

function appeal(
  from: readonly ChartValue['appeal'][],
  event: EventType,
  ...to: (ChartValue['appeal'] | 'same')[]
): Row {
  return { region: 'appeal', from, event, to };
}

function power(from: readonly ChartValue['power'][], event: EventType, ...to: (ChartValue['power'] | 'same')[]): Row {
  return { region: 'power', from, event, to };
}

/**
 * statechart.md, "Transitions", as data. Where a guard can never hold in a state of the row, the state is left out here: open findings
 * there are in closed states only, and a site is inspected before a mine is `inspected`.
 */
const rows: readonly Row[] = [
  operation(running, 'ClosureOrdered', 'closed.awaitingInspection'),
  operation(running, 'RelocationCompleted', 'closed.awaitingInspection', 'decommissioned'),
  operation(alive, 'MineDecommissioned', 'decommissioned'),

  operation(['closed.awaitingInspection', 'closed.awaitingReinspection'], 'InspectionScheduled', 'same'),
  operation(['closed.awaitingInspection', 'closed.awaitingReinspection'], 'InspectionStarted', 'closed.inspecting'),
  operation(['closed.inspecting'], 'CheckRecorded', 'same'),
  operation(['closed.inspecting'], 'FindingRaised', 'same'),
  operation(['closed.inspecting'], 'FindingCleared', 'same'),
  operation(['closed.inspecting'], 'InspectionAbandoned', 'closed.awaitingInspection', 'closed.awaitingReinspection'),
  operation(['closed.inspecting'], 'InspectionFailed', 'closed.remediating'),
  operation(['closed.inspecting'], 'InspectionPassed', 'inspected'),
  operation(['closed.remediating', 'closed.awaitingReinspection'], 'RemediationExtended', 'same'),
  operation(['closed.remediating'], 'RemediationDeclared', 'closed.awaitingReinspection'),
  operation(['inspected'], 'RequirementsCertified', 'licensed'),
  operation(['licensed'], 'LicenceSuspended', 'inspected'),
  operation(['licensed'], 'LicenceRevoked', 'inspected', 'same'),
  operation(['licensed'], 'LicenceSurrendered', 'inspected', 'same'),
  operation(['licensed'], 'ReopeningAuthorised', 'reopened'),

  operation(shut, 'ClosureWithdrawn', 'operating', 'reopened'),
  operation(closed, 'ClosureWithdrawn', 'closed.awaitingInspection'),
  operation(shut, 'ClosureQuashed', 'operating', 'reopened'),
  operation(closed, 'ClosureQuashed', 'closed.awaitingInspection'),
  operation(shut, 'RelocationCompleted', 'closed.awaitingInspection', 'decommissioned'),

  ...(
    [
      'OrderServed',
      'EvidenceSubmitted',
      'RequirementSatisfied',
      'RequirementWaived',
      'RequirementReturned',
      'LiftRequested',
      'LiftRefused',
      'ProcedureMigrated',
    ] as const
  ).map((event) => operation(shut, event, 'same')),
  operation(closed, 'ExtensionRequested', 'same'),
  operation(closed, 'ExtensionRefused', 'same'),

  ...(['LicenceSuspended', 'LicenceRevoked', 'LicenceSurrendered'] as const).map((event) =>
    operation(
      alive.filter((state) => state !== 'licensed'),
      event,
      'same',
    ),
  ),
  ...(
    [
      'LicenceApplied',
      'LicenceGranted',
      'LicenceRefused',
      'LicenceReinstated',
      'LicenceExpired',
      'RequirementLapsed',
      'GuaranteeLetterDemanded',
      'GuaranteeLetterSigned',
      'GuaranteeLetterAccepted',
      'GuaranteeLetterBreached',
      'GuaranteeLetterDeclined',
      'GuaranteeLetterWithdrawn',
      'OperationResumed',
      'LostCapacityReported',
      'OwnerStatementFiled',
      'CaseAssigned',
      'CaseHandedOver',
      'OperatorChanged',
    ] as const
  ).map((event) => operation(alive, event, 'same')),
  ...(
    [
      'DocumentAttached',
      'NoteAdded',
      'DeadlinePassed',
      'FactCorrected',
      'ApprovalRequested',
      'ApprovalGranted',
      'ApprovalDeclined',
      'ApprovalWithdrawn',
    ] as const
  ).map((event) => operation(any, event, 'same')),

  appeal(['none'], 'AppealLodged', 'lodged.unstayed'),
  appeal(['lodged.unstayed'], 'StayRequested', 'same'),
  appeal(['lodged.unstayed'], 'StayRefused', 'same'),
  appeal(['lodged.unstayed'], 'StayGranted', 'lodged.stayed'),
  appeal(['lodged.stayed'], 'StayEnded', 'lodged.unstayed'),
  appeal(['lodged.unstayed', 'lodged.stayed'], 'AppealDecided', 'none'),
  appeal(['lodged.unstayed', 'lodged.stayed'], 'AppealWithdrawn', 'none'),
  // "Appeals of an earlier cycle may still be decided or withdrawn by appealId, counting for that cycle alone."
  appeal(['none', 'lodged.unstayed', 'lodged.stayed'], 'AppealDecided', 'same'),
  appeal(['none', 'lodged.unstayed', 'lodged.stayed'], 'AppealWithdrawn', 'same'),
  // Whatever ends the cycle or moves the site ends a stay. A closure is quashed only when its appeal is decided, so none is lodged then.
  appeal(['lodged.stayed'], 'ReopeningAuthorised', 'lodged.unstayed'),
  appeal(['lodged.stayed'], 'ClosureWithdrawn', 'lodged.unstayed'),
  appeal(['lodged.stayed'], 'RelocationCompleted', 'lodged.unstayed'),
  appeal(['lodged.stayed'], 'MineDecommissioned', 'lodged.unstayed'),
  // Whatever begins a new cycle starts the region anew.
  appeal(['lodged.unstayed'], 'ClosureOrdered', 'none'),
  appeal(['lodged.unstayed'], 'RelocationCompleted', 'none'),
  appeal(['lodged.unstayed', 'lodged.stayed'], 'ClosureWithdrawn', 'none'),

  power(['none'], 'PowerDirectionIssued', 'ordered'),
  power(['none', 'ordered', 'curtailed'], 'RelocationStarted', 'relocating'),
  power(['ordered'], 'PowerCurtailed', 'curtailed'),
  power(['ordered', 'curtailed'], 'PowerDirectionWithdrawn', 'none'),
  power(['ordered'], 'PowerDirectionBreached', 'same'),
  power(['curtailed'], 'CurtailmentVerified', 'same'),
  power(['curtailed'], 'CurtailmentEnded', 'none'),
  power(['curtailed'], 'PowerDirectionBreached', 'ordered'),
  power(['curtailed'], 'PowerDirectionIssued', 'ordered'),
  power(['relocating'], 'RelocationAbandoned', 'none', 'ordered', 'curtailed'),
  power(['relocating'], 'PowerDirectionWithdrawn', 'same'),
  power(['relocating'], 'RelocationCompleted', 'none'),
  power(['ordered', 'curtailed', 'relocating'], 'MineDecommissioned', 'none'),
];

/** A transition in one line, for instance `power: none --RelocationStarted--> relocating`. */
export function asLine(region: Region, from: string, event: EventType, to: string): string {
  return `${region}: ${from} --${event}--> ${to}`;
}

/** Every transition of the table, one line each. */
export const table: ReadonlySet<string> = new Set(
  rows.flatMap(({ region, from, event, to }) =>
    from.flatMap((state) => to.map((target) => asLine(region, state, event, target === 'same' ? state : target))),
  ),
);
