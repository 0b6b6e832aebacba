import { addDays, type EventData, type EventType, type Mine, openFindings } from '../src/index.ts';

/** Who sends it matters to a few events only. */
interface Sender {
  readonly id: string;
}

type Ways = { readonly [T in EventType]: (mine: Mine, sender: Sender) => EventData<T>[] };

/** Data that fits the schema of an event type and this mine, one for each way it could go, the usual first; where the mine has nothing to name, an unknown id. */
export function wellFormed<T extends EventType>(
  type: T,
  mine: Mine,
  sender: Sender = { id: 'someone' },
): EventData<T>[] {
  return ways[type](mine, sender);
}

/** A document by its fingerprint. */
export const aDocument = { name: 'proof.pdf', sha256: 'a'.repeat(64) };

/** What a mine is registered with. */
export const registration: EventData<'MineRegistered'> = {
  mineId: 'XJ-0001',
  name: 'First mine',
  region: 'CN-XJ',
  operator: { id: 'owner-1', name: 'First operator' },
  capacity: { amount: 20, unit: 'MW' },
};

/** A closing order. */
export const anOrder: EventData<'ClosureOrdered'> = {
  grounds: 'Strict inspection',
  authority: 'local authorities',
  legalBasis: 'not stated',
};

const reason = 'as the test says';
const day = '2018-12-31';

const ways: Ways = {
  MineRegistered: () => [registration],
  OperatorChanged: ({ operator }) => [
    {
      operator:
        operator.id === 'owner-2'
          ? { id: 'owner-1', name: 'First operator' }
          : { id: 'owner-2', name: 'Second operator' },
      reason,
    },
  ],
  MineDecommissioned: () => [{ reason }],

  ClosureOrdered: () => [anOrder],
  OrderServed: () => [{ servedAt: '2018-11-01T00:00:00Z', method: 'by hand' }],
  LiftRequested: () => [{ reason }],
  LiftRefused: () => [{ reason }],
  ClosureWithdrawn: () => [{ reason }],
  ClosureQuashed: ({ appeals }) =>
    idsOf(appeals, 'appealId', ({ status }) => status === 'quashed').map((appealId) => ({ appealId })),
  RequirementsCertified: () => [{}],
  ReopeningAuthorised: () => [{}],
  ProcedureMigrated: () => [{ procedure: 'rectification@1', reason }],
  OperationResumed: () => [{}],

  InspectionScheduled: (mine) => [{ inspectionId: fresh('I', mine), scheduledFor: day }],
  InspectionStarted: (mine) => [{ inspectionId: mine.inspections.scheduled?.inspectionId ?? fresh('I', mine) }],
  InspectionAbandoned: (mine) => [{ inspectionId: running(mine), reason }],
  CheckRecorded: (mine) => {
    const code = nextCheck(mine);
    return [
      { check: code, outcome: 'pass' },
      { check: code, outcome: 'fail' },
      { check: code, outcome: 'not-applicable' },
    ];
  },
  FindingRaised: (mine) => [{ findingId: fresh('F', mine), description: 'Meter without seal', dueOn: day }],
  FindingCleared: (mine) => openIds(mine).map((findingId) => ({ findingId })),
  InspectionFailed: (mine) => [{ inspectionId: running(mine) }],
  InspectionPassed: (mine) => [{ inspectionId: running(mine) }],
  RemediationDeclared: (mine) => [{ evidence: openIds(mine).map((findingId) => ({ findingId, document: aDocument })) }],
  ExtensionRequested: (mine) =>
    openIds(mine)
      .toSorted(
        (a, b) => Number(Object.hasOwn(mine.extensionRequests, a)) - Number(Object.hasOwn(mine.extensionRequests, b)),
      )
      .map((findingId) => ({ findingId, dueOn: laterDay(mine, findingId), reason })),
  ExtensionRefused: ({ extensionRequests }) =>
    orUnknown(Object.keys(extensionRequests)).map((findingId) => ({ findingId, reason })),
  RemediationExtended: (mine) =>
    openIds(mine).map((findingId) => ({ findingId, dueOn: laterDay(mine, findingId), reason })),

  EvidenceSubmitted: (mine) =>
    codes(mine, 'missing', 'returned', 'lapsed').map((requirement) => ({ requirement, document: aDocument })),
  RequirementSatisfied: (mine) =>
    codes(mine, 'missing', 'submitted', 'returned', 'lapsed').map((requirement) => ({ requirement })),
  RequirementReturned: (mine) => codes(mine, 'submitted').map((requirement) => ({ requirement, reason })),
  RequirementWaived: (mine) =>
    codes(mine, 'missing', 'submitted', 'returned', 'lapsed').map((requirement) => ({
      requirement,
      reason,
      expiresOn: day,
    })),
  RequirementLapsed: (mine) => codes(mine, 'satisfied', 'waived').map((requirement) => ({ requirement })),

  LicenceApplied: (mine) => [{ licenceId: fresh('L', mine), kind: 'power' }],
  LicenceGranted: (mine) => {
    const applied = Object.values(mine.licences).find(({ status }) => status === 'applied');
    return [{ licenceId: applied?.licenceId ?? fresh('L', mine), kind: 'power', number: '2018-1' }];
  },
  LicenceRefused: (mine) => licences(mine, 'applied'),
  LicenceSuspended: (mine) => licences(mine, 'granted'),
  LicenceReinstated: (mine) => licences(mine, 'suspended'),
  LicenceRevoked: (mine) => licences(mine, 'granted', 'suspended'),
  LicenceExpired: (mine) => licences(mine, 'granted', 'suspended'),
  LicenceSurrendered: (mine) => licences(mine, 'granted', 'suspended'),

  GuaranteeLetterDemanded: (mine) => [{ letterId: fresh('G', mine), text: 'We guarantee', dueOn: day }],
  GuaranteeLetterSigned: (mine) => letters(mine, 'demanded').map((letterId) => ({ letterId, document: aDocument })),
  GuaranteeLetterAccepted: (mine) => letters(mine, 'signed').map((letterId) => ({ letterId })),
  GuaranteeLetterBreached: (mine) => letters(mine, 'signed', 'accepted').map((letterId) => ({ letterId, reason })),
  GuaranteeLetterDeclined: (mine) => letters(mine, 'demanded').map((letterId) => ({ letterId, reason })),
  GuaranteeLetterWithdrawn: (mine) =>
    letters(mine, 'demanded', 'breached', 'declined').map((letterId) => ({ letterId, reason })),

  PowerDirectionIssued: (mine) => [
    {
      directionId: fresh('P', mine),
      alternatives: ['relocate', 'curtail'],
      dueOn: day,
      cap: { amount: 5, unit: 'MW' },
    },
    { directionId: fresh('P', mine), alternatives: ['relocate'], dueOn: day },
  ],
  PowerDirectionWithdrawn: (mine) => [{ directionId: direction(mine), reason }],
  PowerDirectionBreached: (mine) => [{ directionId: direction(mine), reason }],
  PowerCurtailed: (mine) => [{ directionId: direction(mine), to: { amount: 5, unit: 'MW' } }],
  CurtailmentVerified: (mine) => [{ directionId: direction(mine) }],
  CurtailmentEnded: (mine) => [{ directionId: direction(mine), reason }],
  RelocationStarted: () => [{ destination: 'another site' }],
  RelocationAbandoned: () => [{ reason }],
  RelocationCompleted: () => [
    { site: 'second site', region: 'CN-GZ' },
    { site: 'far site', region: 'CN-SC', successor: 'SC-0001' },
  ],

  AppealLodged: (mine) => [
    { appealId: fresh('A', mine), grounds: 'The order is wrong' },
    { appealId: fresh('A', mine), grounds: 'The direction is wrong', against: 'direction' },
  ],
  AppealWithdrawn: (mine) => pending(mine).map((appealId) => ({ appealId, reason })),
  AppealDecided: (mine) =>
    pending(mine).flatMap((appealId) =>
      (['upheld', 'quashed', 'varied'] as const).map((decision) => ({ appealId, decision, reason })),
    ),
  StayRequested: (mine) => pending(mine).map((appealId) => ({ appealId, reason })),
  StayRefused: (mine) => pending(mine).map((appealId) => ({ appealId, reason })),
  StayGranted: (mine) => pending(mine).map((appealId) => ({ appealId, reason })),
  StayEnded: (mine) => pending(mine).map((appealId) => ({ appealId, reason })),

  LostCapacityReported: () => [{ amountPerDay: 1_000_000, unit: 'unspecified', scope: 'mine', from: '2018-11-05' }],
  OwnerStatementFiled: () => [{ text: 'Our impact on the grid is small' }],
  CaseAssigned: (_mine, { id }) => [{ assignee: id }],
  CaseHandedOver: () => [{ assignee: 'inspector-2' }],
  DocumentAttached: () => [{ document: aDocument, visibility: 'owner' }],
  NoteAdded: () => [{ text: 'A note', visibility: 'owner' }],
  DeadlinePassed: ({ passed }) => [{ rule: 'first-inspection', dueOn: addDays(day, passed.length) }],
  FactCorrected: () => [{ corrections: [{ eventId: '00000000-0000-4000-8000-000000000000', void: true }], reason }],

  ApprovalRequested: (mine) => [
    { approvalId: fresh('Q', mine), event: { type: 'ClosureOrdered', data: anOrder }, revision: 0 },
  ],
  ApprovalGranted: ({ approvals }) => orUnknown(Object.keys(approvals)).map((approvalId) => ({ approvalId })),
  ApprovalDeclined: ({ approvals }) => orUnknown(Object.keys(approvals)).map((approvalId) => ({ approvalId, reason })),
  ApprovalWithdrawn: ({ approvals }) => orUnknown(Object.keys(approvals)).map((approvalId) => ({ approvalId, reason })),
};

function orUnknown(ids: readonly string[]): readonly string[] {
  return ids.length > 0 ? ids : ['unknown'];
}

function idsOf<K extends string, T extends { readonly [key in K]: string }>(
  things: readonly T[],
  key: K,
  suits: (thing: T) => boolean,
): readonly string[] {
  return orUnknown(things.filter(suits).map((thing) => thing[key]));
}

function openIds({ findings }: Mine): readonly string[] {
  return idsOf(openFindings(findings), 'findingId', () => true);
}

function laterDay({ findings }: Mine, findingId: string): string {
  return addDays(findings[findingId]?.dueOn ?? day, 1);
}

function running({ inspections }: Mine): string {
  return inspections.running?.inspectionId ?? 'unknown';
}

function nextCheck({ checks, procedure }: Mine): string {
  const open = procedure.checks.find(({ code }) => !checks[code] || checks[code].outcome === 'fail');
  return (open ?? procedure.checks[0])?.code ?? 'unknown';
}

function codes({ requirements }: Mine, ...statuses: string[]): readonly string[] {
  const suiting = Object.entries(requirements)
    .filter(([, { status }]) => statuses.includes(status))
    .map(([code]) => code);
  return suiting.length > 0 ? suiting : Object.keys(requirements).slice(0, 1);
}

function licences({ licences }: Mine, ...statuses: string[]): { licenceId: string; reason: string }[] {
  return idsOf(Object.values(licences), 'licenceId', ({ status }) => statuses.includes(status)).map((licenceId) => ({
    licenceId,
    reason,
  }));
}

function letters({ letters }: Mine, ...statuses: string[]): readonly string[] {
  return idsOf(letters, 'letterId', ({ status }) => statuses.includes(status)).toReversed();
}

function direction({ power }: Mine): string {
  return power.direction?.directionId ?? 'unknown';
}

/** Pending appeals, the latest first. */
function pending({ appeals }: Mine): readonly string[] {
  return idsOf(appeals, 'appealId', ({ status }) => status === 'pending').toReversed();
}

/** An id that the mine has not seen yet. */
function fresh(prefix: string, mine: Mine): string {
  const { ids, findingIds } = mine.inspections;
  const taken = [
    ...ids,
    ...findingIds,
    ...Object.keys(mine.licences),
    ...mine.letters.map(({ letterId }) => letterId),
    ...mine.power.directionIds,
    ...mine.appeals.map(({ appealId }) => appealId),
    ...Object.keys(mine.approvals),
  ];
  for (let number = 1; ; number++) {
    if (!taken.includes(`${prefix}${number}`)) return `${prefix}${number}`;
  }
}
