import type { EventType } from './events/events.ts';
import type { Procedure } from './procedures/procedure.ts';
import type { Role } from './roles.ts';

/** The regions of the statechart; each event type belongs to one. */
export type ChartRegion = 'operation' | 'appeal' | 'power';

const appealOwned: ReadonlySet<EventType> = new Set<EventType>([
  'AppealLodged',
  'AppealWithdrawn',
  'AppealDecided',
  'StayRequested',
  'StayRefused',
  'StayGranted',
  'StayEnded',
]);

const powerOwned: ReadonlySet<EventType> = new Set<EventType>([
  'PowerDirectionIssued',
  'PowerDirectionWithdrawn',
  'PowerDirectionBreached',
  'PowerCurtailed',
  'CurtailmentVerified',
  'CurtailmentEnded',
  'RelocationStarted',
  'RelocationAbandoned',
]);

/** The region that decides whether an event is legal; others may only follow it. */
export function owningRegion(type: EventType): ChartRegion {
  if (appealOwned.has(type)) return 'appeal';
  return powerOwned.has(type) ? 'power' : 'operation';
}

/** Knowledge events say what became known or was asked, not what happened to the mine: `asOf` does not filter them. */
export function isKnowledgeEvent(type: EventType): boolean {
  return type === 'FactCorrected' || type.startsWith('Approval');
}

const anyOfficial: readonly Role[] = ['inspector', 'supervisor', 'licensing', 'reviewer'];
const anyDesk: readonly Role[] = [...anyOfficial, 'owner'];
const inspector: readonly Role[] = ['inspector'];
const supervisor: readonly Role[] = ['supervisor'];
const inspectorOrSupervisor: readonly Role[] = ['inspector', 'supervisor'];
const licensing: readonly Role[] = ['licensing'];
const reviewer: readonly Role[] = ['reviewer'];
const owner: readonly Role[] = ['owner'];
const system: readonly Role[] = ['system'];
const nobody: readonly Role[] = [];

/** Who may send which event: the table of domain.md, "Events". Four eyes narrow it further, by the procedure. */
const senders: Readonly<Record<EventType, readonly Role[]>> = {
  MineRegistered: inspector,
  OperatorChanged: supervisor,
  MineDecommissioned: supervisor,
  ClosureOrdered: inspectorOrSupervisor,
  OrderServed: inspector,
  LiftRequested: owner,
  LiftRefused: supervisor,
  ClosureWithdrawn: supervisor,
  ClosureQuashed: nobody,
  RequirementsCertified: licensing,
  ReopeningAuthorised: supervisor,
  ProcedureMigrated: supervisor,
  OperationResumed: owner,
  InspectionScheduled: inspector,
  InspectionStarted: inspector,
  InspectionAbandoned: inspector,
  CheckRecorded: inspector,
  FindingRaised: inspector,
  FindingCleared: inspector,
  InspectionFailed: inspector,
  InspectionPassed: inspector,
  RemediationDeclared: owner,
  ExtensionRequested: owner,
  ExtensionRefused: supervisor,
  RemediationExtended: supervisor,
  EvidenceSubmitted: owner,
  RequirementSatisfied: licensing,
  RequirementReturned: licensing,
  RequirementWaived: supervisor,
  RequirementLapsed: system,
  LicenceApplied: owner,
  LicenceGranted: licensing,
  LicenceRefused: licensing,
  LicenceSuspended: licensing,
  LicenceReinstated: licensing,
  LicenceRevoked: licensing,
  LicenceExpired: system,
  LicenceSurrendered: owner,
  GuaranteeLetterDemanded: inspectorOrSupervisor,
  GuaranteeLetterSigned: owner,
  GuaranteeLetterAccepted: inspector,
  GuaranteeLetterBreached: inspector,
  GuaranteeLetterDeclined: owner,
  GuaranteeLetterWithdrawn: supervisor,
  PowerDirectionIssued: supervisor,
  PowerDirectionWithdrawn: supervisor,
  PowerDirectionBreached: inspector,
  PowerCurtailed: owner,
  CurtailmentVerified: inspector,
  CurtailmentEnded: supervisor,
  RelocationStarted: owner,
  RelocationAbandoned: owner,
  RelocationCompleted: inspector,
  AppealLodged: owner,
  AppealWithdrawn: owner,
  AppealDecided: reviewer,
  StayRequested: owner,
  StayRefused: reviewer,
  StayGranted: reviewer,
  StayEnded: reviewer,
  LostCapacityReported: owner,
  OwnerStatementFiled: owner,
  CaseAssigned: anyOfficial,
  CaseHandedOver: anyOfficial,
  DocumentAttached: anyDesk,
  NoteAdded: anyDesk,
  DeadlinePassed: system,
  FactCorrected: inspectorOrSupervisor,
  ApprovalRequested: nobody,
  ApprovalGranted: anyOfficial,
  ApprovalDeclined: anyOfficial,
  ApprovalWithdrawn: anyOfficial,
};

/** The roles that may send an event of a type where no four eyes are asked for; none where it follows from other events. */
export function usualSenders(type: EventType): readonly Role[] {
  return senders[type];
}

/** The roles that may grant a request for an event; supervisors where the procedure asks for no second person any more. */
export function grantersOf(type: string, procedure: Procedure): readonly Role[] {
  const rule = Object.hasOwn(procedure.fourEyes, type) ? procedure.fourEyes[type] : undefined;
  return rule?.grant ?? supervisor;
}

/** The roles that may send, or under four eyes request, an event of a type. */
export function sendersOf(type: EventType, procedure: Procedure): readonly Role[] {
  return procedure.fourEyes[type]?.request ?? senders[type];
}
