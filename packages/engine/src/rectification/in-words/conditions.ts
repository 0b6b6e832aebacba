import { letterFrom } from '../case/letters.ts';
import { licenceFrom } from '../case/licences.ts';
import type { EventType } from '../events/events.ts';

/** A condition as a sentence that holds when it is met, with the codes of the reasons given when it is not. */
export interface ConditionInWords {
  readonly holds: string;
  readonly codes: readonly string[];
}

const condition = (holds: string, ...codes: string[]): ConditionInWords => ({ holds, codes });

const newId = condition('The id was never used before in this mine.', 'id-taken');
const inspectionId = condition(
  'The id is that of the scheduled inspection, or was never used before in this mine.',
  'id-taken',
);
const byOrder = condition('The mine was shut by an order, not because its site moved.', 'no-order');
const servedByNow = condition('The day of service, if given, does not lie after the decision.', 'served-in-the-future');
const runningInspection = condition('It names the inspection that is under way.', 'not-the-running-inspection');
const someFindingOpen = condition('A finding is open.', 'no-open-finding');
const openFinding = condition('It names a finding that is open.', 'finding-not-open');
const laterDay = condition('The day is later than the finding’s latest due day.', 'not-later');
const stillThere = condition('The mine was not decommissioned.', 'decommissioned');
const theDirection = condition('It names the power direction that is in force.', 'not-the-direction');
const pendingAppeal = condition('It names a pending appeal.', 'no-appeal-pending', 'not-the-appeal');
const appealOfThisCycle = condition('It names the pending appeal of the current cycle.', 'not-the-appeal');
const requirementsMet = condition(
  'Every requirement of the procedure is satisfied or waived, and that is valid both on the day on which the event occurs and on the day on which it is decided.',
  'requirement-missing',
  'requirement-submitted',
  'requirement-returned',
  'requirement-lapsed',
  'requirement-expired',
);
const visibleToOwner = condition('What an owner files is visible to the owner.', 'internal-is-for-officials');
const aRequestPending = condition('It names a request that waits for an answer.', 'no-request-pending', 'not-pending');
const byAnotherEntitled = [
  condition('Who answers is another person than who requested.', 'same-person'),
  condition('Who answers has a role that may, by the procedure under which it was requested.', 'not-entitled'),
];

const letterFor = (type: EventType) => [
  condition(`It names a guarantee letter that is ${letterFrom[type]?.join(' or ')}.`, 'no-such-letter'),
];
const licenceFor = (type: EventType) => [
  condition(
    `It names a licence of the mine that is ${licenceFrom[type]?.join(' or ').replace('applied', 'applied for')}.`,
    'no-such-licence',
  ),
];

/**
 * The conditions of every event type, as `guards` has them, for a reader of the rules: besides a step of the statechart from where
 * the mine stands, all of them have to hold. That no code of a guard is missing here is what test/rules-in-words.test.ts shows.
 */
export const conditionsInWords: Readonly<Record<EventType, readonly ConditionInWords[]>> = {
  MineRegistered: [],
  OperatorChanged: [condition('The new operator is another than the present one.', 'same-operator')],
  MineDecommissioned: [],

  ClosureOrdered: [servedByNow],
  OrderServed: [
    byOrder,
    condition('The order was not served before in this cycle.', 'order-already-served'),
    servedByNow,
  ],
  LiftRequested: [condition('No request to lift the closure waits for an answer.', 'lift-request-pending')],
  LiftRefused: [condition('The owner has asked for the closure to be lifted.', 'no-lift-request')],
  ClosureWithdrawn: [byOrder],
  ClosureQuashed: [byOrder, condition('The appeal it names has quashed the order of this cycle.', 'not-quashed')],
  RequirementsCertified: [requirementsMet],
  ReopeningAuthorised: [
    requirementsMet,
    condition(
      'The latest guarantee letter demanded in this cycle, unless withdrawn, is signed or accepted.',
      'letter-unsigned',
      'letter-declined',
      'letter-breached',
    ),
    condition('The mine is not moving to another site.', 'relocating'),
    condition(
      'No power direction is in force, or it was complied with by curtailing and that was verified.',
      'direction-unmet',
      'curtailment-unverified',
    ),
  ],
  ProcedureMigrated: [
    condition('It is another procedure version than the one the cycle is under.', 'same-procedure'),
    condition('The procedure is for the region of the mine.', 'procedure-of-elsewhere'),
  ],
  OperationResumed: [
    condition('The mine may run.', 'may-not-operate'),
    condition('The mine was closed before.', 'never-closed'),
    condition('It was not reported before in this cycle.', 'already-resumed'),
  ],

  InspectionScheduled: [inspectionId],
  InspectionStarted: [
    inspectionId,
    condition(
      'As many inspectors are present, if their number is given, as the procedure asks for.',
      'too-few-inspectors',
    ),
  ],
  InspectionAbandoned: [runningInspection],
  CheckRecorded: [
    condition('No file is attached to a check of which only a reference is kept.', 'check-takes-no-file'),
  ],
  FindingRaised: [newId],
  FindingCleared: [
    condition('It is a re-inspection: an inspection has failed in this cycle, at this site.', 'not-a-reinspection'),
    someFindingOpen,
    openFinding,
  ],
  InspectionFailed: [someFindingOpen, runningInspection],
  InspectionPassed: [
    condition('No finding is open.', 'finding-open'),
    condition(
      'Every check of the procedure is recorded in this cycle as passed or not applicable.',
      'check-missing',
      'check-failed',
    ),
    runningInspection,
  ],
  RemediationDeclared: [
    someFindingOpen,
    condition(
      'There is evidence for exactly the open findings, once for each.',
      'evidence-missing',
      'evidence-twice',
      'finding-not-open',
    ),
  ],
  ExtensionRequested: [
    someFindingOpen,
    openFinding,
    laterDay,
    condition('No request for more time for the finding waits for an answer.', 'extension-request-pending'),
  ],
  ExtensionRefused: [condition('The owner has asked for more time for the finding.', 'no-extension-request')],
  RemediationExtended: [someFindingOpen, openFinding, laterDay],

  EvidenceSubmitted: [],
  RequirementSatisfied: [],
  RequirementReturned: [condition('Evidence for the requirement waits for an answer.', 'nothing-submitted')],
  RequirementWaived: [],
  RequirementLapsed: [condition('The requirement is satisfied or waived.', 'nothing-to-lapse')],

  LicenceApplied: [newId],
  LicenceGranted: [
    condition('The id is that of a licence applied for, or was never used before in this mine.', 'id-taken'),
  ],
  LicenceRefused: licenceFor('LicenceRefused'),
  LicenceSuspended: licenceFor('LicenceSuspended'),
  LicenceReinstated: licenceFor('LicenceReinstated'),
  LicenceRevoked: licenceFor('LicenceRevoked'),
  LicenceExpired: licenceFor('LicenceExpired'),
  LicenceSurrendered: licenceFor('LicenceSurrendered'),

  GuaranteeLetterDemanded: [newId],
  GuaranteeLetterSigned: letterFor('GuaranteeLetterSigned'),
  GuaranteeLetterAccepted: letterFor('GuaranteeLetterAccepted'),
  GuaranteeLetterBreached: letterFor('GuaranteeLetterBreached'),
  GuaranteeLetterDeclined: letterFor('GuaranteeLetterDeclined'),
  GuaranteeLetterWithdrawn: letterFor('GuaranteeLetterWithdrawn'),

  PowerDirectionIssued: [stillThere, newId],
  PowerDirectionWithdrawn: [
    stillThere,
    condition('A power direction is in force, and it names that one.', 'no-direction', 'not-the-direction'),
  ],
  PowerDirectionBreached: [stillThere, theDirection],
  PowerCurtailed: [
    stillThere,
    theDirection,
    condition('Curtailing is one of the alternatives of the direction.', 'curtailing-not-offered'),
    condition(
      'The power is stated in the unit of the direction’s cap, and does not exceed it.',
      'other-unit',
      'above-cap',
    ),
  ],
  CurtailmentVerified: [stillThere, theDirection],
  CurtailmentEnded: [stillThere, theDirection],
  RelocationStarted: [
    stillThere,
    condition('The direction it follows, if it names one, is the one in force.', 'not-the-direction'),
  ],
  RelocationAbandoned: [stillThere],
  RelocationCompleted: [
    condition('The mine is moving to another site.', 'not-relocating'),
    condition('For a site outside the jurisdiction it names the successor mine there.', 'successor-missing'),
  ],

  AppealLodged: [
    condition('The current cycle was begun by a closing order.', 'no-order'),
    condition('The order of the cycle was not quashed already.', 'already-quashed'),
    newId,
  ],
  AppealWithdrawn: [pendingAppeal],
  AppealDecided: [pendingAppeal],
  StayRequested: [
    stillThere,
    condition('No request for a stay waits for an answer.', 'stay-request-pending'),
    appealOfThisCycle,
  ],
  StayRefused: [stillThere, condition('The owner has asked for a stay.', 'no-stay-request'), appealOfThisCycle],
  StayGranted: [stillThere, condition('The mine is shut.', 'not-shut'), appealOfThisCycle],
  StayEnded: [stillThere, appealOfThisCycle],

  LostCapacityReported: [condition('The last day, if given, does not lie before the first.', 'ends-before-it-begins')],
  OwnerStatementFiled: [],
  CaseAssigned: [condition('Only a supervisor assigns the case to someone else.', 'only-to-yourself')],
  CaseHandedOver: [condition('Only who has the case, or a supervisor, hands it over.', 'not-your-case')],
  DocumentAttached: [visibleToOwner],
  NoteAdded: [visibleToOwner],
  DeadlinePassed: [condition('It is not on the file already that this deadline passed.', 'already-passed')],
  FactCorrected: [],

  ApprovalRequested: [],
  ApprovalGranted: [aRequestPending, ...byAnotherEntitled],
  ApprovalDeclined: [aRequestPending, ...byAnotherEntitled],
  ApprovalWithdrawn: [aRequestPending, condition('Only who made the request withdraws it.', 'not-your-request')],
};

/** What holds of every event, whatever its type. */
export const generalConditions: readonly ConditionInWords[] = [
  condition('The statechart has a step for the event from where the mine stands.', 'no-such-step'),
  condition('Who sends it has a role that may send it.', 'not-yours'),
  condition(
    'What occurred earlier than the last event on file, and a correction, leave every event possible that was possible before.',
    'would-become-impossible',
    'before-registration',
  ),
  condition('An event under four eyes is requested by itself, not as part of one act with others.', 'needs-approval'),
  condition('Reopening and withdrawing do not occur before they are granted.', 'before-its-grant'),
  condition('A correction does not have an order served before the day on which it was made.', 'served-before-ordered'),
  condition(
    'A correction does not have an order quashed at another time than its appeal was decided, nor take the quashing away while that decision stands.',
    'not-when-decided',
    'follows-from-its-decision',
  ),
];
