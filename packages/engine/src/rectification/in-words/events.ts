import { appealEvents } from '../events/appeal.ts';
import { approvalEvents } from '../events/approval.ts';
import { closureEvents } from '../events/closure.ts';
import { type EventType, isEventType } from '../events/events.ts';
import { inspectionEvents } from '../events/inspection.ts';
import { letterEvents } from '../events/letter.ts';
import { licenceEvents } from '../events/licence.ts';
import { powerEvents } from '../events/power.ts';
import { recordEvents } from '../events/record.ts';
import { registrationEvents } from '../events/registration.ts';
import { requirementEvents } from '../events/requirement.ts';
import type { Foundation } from './foundations.ts';

/** An event type in words: what it means and what it goes back to besides what its senders, conditions and deadlines show. */
export interface EventInWords {
  readonly means: string;
  readonly foundations: readonly Foundation[];
}

const event = (means: string, ...foundations: Foundation[]): EventInWords => ({ means, foundations });

/** Every event type in words. */
export const eventsInWords: Readonly<Record<EventType, EventInWords>> = {
  MineRegistered: event(
    'A mine comes into the register: its operator, region, capacity, and where it came from if known.',
    'report',
  ),
  OperatorChanged: event('The mine has another operator, who sees the open cycle and the orders in force.'),
  MineDecommissioned: event('The mine leaves the register for good.', 'rule 1'),

  ClosureOrdered: event(
    'The mine is ordered closed, with the grounds, the authority, the legal basis and the right to appeal. It begins a cycle.',
    'report',
    'cycles',
  ),
  OrderServed: event('The order was handed to the owner, which starts the time for an appeal.'),
  LiftRequested: event('The owner asks for the closure to be lifted.'),
  LiftRefused: event('The request to lift the closure is refused.'),
  ClosureWithdrawn: event(
    'The order was valid and is ended by the authority. The mine may run again.',
    'cycles',
    'rule 1',
  ),
  ClosureQuashed: event('The order was overturned on appeal. It follows from the decision; nobody sends it.', 'cycles'),
  RequirementsCertified: event(
    'The licensing office certifies that all requirements are officially complete. The mine is licensed, and still shut.',
    'report',
    'rule 1',
  ),
  ReopeningAuthorised: event('The mine may run again.', 'report', 'cycles', 'rule 1'),
  ProcedureMigrated: event(
    'The open cycle moves to another procedure version; what both ask for keeps its standing.',
    'cycles',
    'rule 3',
  ),
  OperationResumed: event(
    'The owner reports that the mine runs again. A remark: it changes nothing, and ends the claim of loss.',
  ),

  InspectionScheduled: event('An inspection is announced for a day.'),
  InspectionStarted: event('Inspectors begin at the site.', 'report'),
  InspectionAbandoned: event('An inspection ends without a result.'),
  CheckRecorded: event(
    'One mandatory subject of the inspection was looked at. Of real names only a reference number is kept.',
    'report',
    'privacy',
  ),
  FindingRaised: event('The inspection found something wrong, to be made good by a day.'),
  FindingCleared: event('A finding was found made good at a re-inspection.'),
  InspectionFailed: event('The inspection ends with open findings, which the owner has to make good.'),
  InspectionPassed: event('The inspection ends well. The mine is inspected, and still shut.'),
  RemediationDeclared: event('The owner declares every open finding made good, with evidence for each.'),
  ExtensionRequested: event('The owner asks for more time for a finding.'),
  ExtensionRefused: event('More time is refused.'),
  RemediationExtended: event('A finding gets a later day; the original one stays on the file.'),

  EvidenceSubmitted: event('The owner sends evidence for a requirement.'),
  RequirementSatisfied: event(
    'The office accepts a requirement, with the last day on which that is valid if it has one. Neither evidence nor a licence on the file is needed.',
    'report',
  ),
  RequirementReturned: event('Evidence is sent back with all its faults at once.'),
  RequirementWaived: event('A supervisor waives a requirement, with a reason and a last day.'),
  RequirementLapsed: event(
    'The system marks a requirement that is no longer valid. Nothing else moves by it.',
    'rule 1',
  ),

  LicenceApplied: event('The owner applies for a licence.'),
  LicenceGranted: event('A licence is granted, also without an application on the file.', 'report'),
  LicenceRefused: event('A licence applied for is refused.'),
  LicenceSuspended: event('A licence is suspended. A mine that was licensed has to be certified again.'),
  LicenceReinstated: event('A suspended licence is in force again.'),
  LicenceRevoked: event('A licence is revoked for good. A mine that was licensed has to be certified again.', 'rule 1'),
  LicenceExpired: event('The system marks a licence whose last day has passed. Nothing else moves by it.', 'rule 1'),
  LicenceSurrendered: event(
    'The owner gives a licence up for good. A mine that was licensed has to be certified again.',
  ),

  GuaranteeLetterDemanded: event(
    'The authority demands a signed undertaking by a day. Not every mine has one.',
    'report',
  ),
  GuaranteeLetterSigned: event('The owner has signed the letter.', 'report'),
  GuaranteeLetterAccepted: event('The authority accepts the signed letter.'),
  GuaranteeLetterBreached: event(
    'The owner did not keep to the letter. On a running mine it is flagged; on a shut one it blocks reopening.',
  ),
  GuaranteeLetterDeclined: event(
    'The owner will not sign. It blocks reopening until the letter is withdrawn or another one signed.',
  ),
  GuaranteeLetterWithdrawn: event('The authority no longer demands the letter.'),

  PowerDirectionIssued: event(
    'The owner is ordered to relocate or to curtail power, as far as the direction leaves a choice. It replaces one complied with.',
    'report',
  ),
  PowerDirectionWithdrawn: event('The power direction no longer holds.'),
  PowerDirectionBreached: event('The power direction was not kept to; it stands and is flagged.'),
  PowerCurtailed: event('The owner reports power reduced as directed.'),
  CurtailmentVerified: event('An inspector has seen that power is reduced.'),
  CurtailmentEnded: event('The curtailment is over, and the direction with it.'),
  RelocationStarted: event(
    'The owner begins to move the site, with or without a direction. The mine may not run meanwhile.',
  ),
  RelocationAbandoned: event('The move is given up; power stands as before it.'),
  RelocationCompleted: event(
    'The move is complete: a new site inside the jurisdiction, which is shut until inspected, or outside, where a successor goes on.',
    'cycles',
  ),

  AppealLodged: event(
    'The owner appeals, against the closing order unless another act is named. A late or repeated appeal is flagged, not refused.',
  ),
  AppealWithdrawn: event('The owner withdraws the appeal.'),
  AppealDecided: event(
    'The reviewing office decides: upheld (the order stands), quashed (it falls) or varied (recorded, nothing moves).',
    'cycles',
  ),
  StayRequested: event(
    'The owner asks for the order to be stayed until the appeal is decided. There is no stay without a decision.',
  ),
  StayRefused: event('The stay is refused.'),
  StayGranted: event('The order is stayed: the mine may run, the cycle goes on.', 'cycles'),
  StayEnded: event('The stay is over.'),

  LostCapacityReported: event(
    'The owner reports capacity lost, with its unit and scope: shown as reported and unverified.',
    'report',
    'rule 8',
  ),
  OwnerStatementFiled: event('The owner tells their side.', 'report'),
  CaseAssigned: event('Somebody takes the case on.'),
  CaseHandedOver: event('The case goes to somebody else.'),
  DocumentAttached: event('A document is put on the file, for officials alone or for the owner too.'),
  NoteAdded: event('A note is put on the file, for officials alone or for the owner too.'),
  DeadlinePassed: event('The system records that a deadline has passed. It flags and notifies only.', 'rule 1'),
  FactCorrected: event(
    'Earlier facts get other values, or were never true. The originals stay visible.',
    'rule 2',
    'rule 3',
  ),

  ApprovalRequested: event(
    'Somebody proposes an event that needs a second person. It is put on record when such an event is sent.',
  ),
  ApprovalGranted: event('A second person approves, and the event takes effect at once.'),
  ApprovalDeclined: event('A second person declines, and nothing takes effect.'),
  ApprovalWithdrawn: event('Who requested it takes the request back.'),
};

const typesOf = (schemas: object) => Object.keys(schemas).filter(isEventType);

/** All event types by what they are about. */
export const eventSubjects: readonly { readonly subject: string; readonly types: readonly EventType[] }[] = [
  { subject: 'The register', types: typesOf(registrationEvents) },
  { subject: 'Closing, lifting, reopening', types: typesOf(closureEvents) },
  { subject: 'Inspections and findings', types: typesOf(inspectionEvents) },
  { subject: 'Requirements', types: typesOf(requirementEvents) },
  { subject: 'Licences', types: typesOf(licenceEvents) },
  { subject: 'Guarantee letters', types: typesOf(letterEvents) },
  { subject: 'Power and relocation', types: typesOf(powerEvents) },
  { subject: 'Appeals and stays', types: typesOf(appealEvents) },
  { subject: 'What is put on the file', types: typesOf(recordEvents) },
  { subject: 'Approvals', types: typesOf(approvalEvents) },
];
