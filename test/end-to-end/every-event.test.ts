import { expect, test } from '@jest/globals';
import { eventTypes, type Procedure, strict1 } from '@rectify/engine';
import {
  document,
  type MineAtServer,
  note,
  onTheWayTo,
  order,
  passTheInspection,
  peopleAt,
  registered,
} from '../course.ts';
import { type Server, startServer } from '../server.ts';

const reason = 'as agreed at the hearing';
const day = '2099-01-01';

/** An inspection that finds something, which the owner asks more time for and makes good. */
async function inspectedTwice({ does, owner, people: { inspector, supervisor } }: MineAtServer): Promise<void> {
  await does(inspector, 'OrderServed', { servedAt: new Date().toISOString(), method: 'by hand' });
  await does(inspector, 'InspectionScheduled', { inspectionId: 'I1', scheduledFor: day });
  await does(inspector, 'InspectionStarted', { inspectionId: 'I1' });
  await does(inspector, 'InspectionAbandoned', { inspectionId: 'I1', reason });
  await does(inspector, 'InspectionStarted', { inspectionId: 'I2' });
  for (const findingId of ['F1', 'F2'])
    await does(inspector, 'FindingRaised', { findingId, description: 'Cables unsafe', dueOn: '2098-12-31' });
  await does(inspector, 'InspectionFailed', { inspectionId: 'I2' });
  await does(owner, 'ExtensionRequested', { findingId: 'F1', dueOn: day, reason });
  await does(supervisor, 'ExtensionRefused', { findingId: 'F1', reason });
  await does(supervisor, 'RemediationExtended', { findingId: 'F2', dueOn: day, reason });
  await does(owner, 'RemediationDeclared', {
    evidence: ['F1', 'F2'].map((findingId) => ({ findingId, document })),
  });
  await does(inspector, 'InspectionStarted', { inspectionId: 'I3' });
  for (const findingId of ['F1', 'F2']) await does(inspector, 'FindingCleared', { findingId });
}

async function lettersAndDirections({ does, owner, people: { inspector, supervisor } }: MineAtServer): Promise<void> {
  for (const letterId of ['G1', 'G2', 'G3'])
    await does(inspector, 'GuaranteeLetterDemanded', { letterId, text: 'We undertake …', dueOn: day });
  await does(owner, 'GuaranteeLetterDeclined', { letterId: 'G1', reason });
  await does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G1', reason });
  await does(owner, 'GuaranteeLetterSigned', { letterId: 'G2', document });
  await does(inspector, 'GuaranteeLetterBreached', { letterId: 'G2', reason });
  await does(owner, 'GuaranteeLetterSigned', { letterId: 'G3', document });
  await does(inspector, 'GuaranteeLetterAccepted', { letterId: 'G3' });

  const cap = { amount: 8, unit: 'MW' };
  await does(supervisor, 'PowerDirectionIssued', {
    directionId: 'P1',
    alternatives: ['relocate', 'curtail'],
    dueOn: day,
    cap,
  });
  await does(inspector, 'PowerDirectionBreached', { directionId: 'P1', reason });
  await does(owner, 'PowerCurtailed', { directionId: 'P1', to: cap });
  await does(inspector, 'CurtailmentVerified', { directionId: 'P1' });
  await does(supervisor, 'CurtailmentEnded', { directionId: 'P1', reason });
  await does(supervisor, 'PowerDirectionIssued', { directionId: 'P2', alternatives: ['relocate'], dueOn: day });
  await does(owner, 'RelocationStarted', { directionId: 'P2', destination: 'Urumqi' });
  await does(owner, 'RelocationAbandoned', { reason });
  await does(supervisor, 'PowerDirectionWithdrawn', { directionId: 'P2', reason });
}

async function licencesAndRequirements(mine: MineAtServer, system: MineAtServer['owner']): Promise<void> {
  const { does, owner, people } = mine;
  const { licensing, supervisor } = people;
  await does(owner, 'LicenceApplied', { licenceId: 'L1', kind: 'business' });
  await does(licensing, 'LicenceRefused', { licenceId: 'L1', reason });
  for (const licenceId of ['L2', 'L3', 'L4'])
    await does(licensing, 'LicenceGranted', { licenceId, kind: 'business', number: licenceId });
  await does(licensing, 'LicenceSuspended', { licenceId: 'L2', reason });
  await does(licensing, 'LicenceReinstated', { licenceId: 'L2', reason });
  await does(licensing, 'LicenceRevoked', { licenceId: 'L2', reason });
  await does(system, 'LicenceExpired', { licenceId: 'L3', reason });
  await does(owner, 'LicenceSurrendered', { licenceId: 'L4', reason });
  await does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES', document });
  await does(licensing, 'RequirementReturned', { requirement: 'LICENCES', reason });
  await does(supervisor, 'RequirementWaived', { requirement: 'LICENCES', reason, expiresOn: day });
  for (const requirement of ['POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'])
    await does(licensing, 'RequirementSatisfied', { requirement });
  await does(system, 'RequirementLapsed', { requirement: 'SOCIAL_SECURITY' });
  await does(licensing, 'RequirementSatisfied', { requirement: 'SOCIAL_SECURITY' });
}

async function onTheFile(mine: MineAtServer, system: MineAtServer['owner']): Promise<void> {
  const { does, owner, people } = mine;
  await does(owner, 'LostCapacityReported', { amountPerDay: 3, unit: 'MWh', scope: 'mine', from: '2018-11-05' });
  await does(owner, 'OwnerStatementFiled', { text: 'Our impact on the grid is small.' });
  await does(people.supervisor, 'CaseAssigned', { assignee: 'inspector-1' });
  await does(people.inspector, 'CaseHandedOver', { assignee: 'inspector-2' });
  await does(people.inspector, 'DocumentAttached', { document, visibility: 'internal' });
  const attached = await does(people.inspector, 'NoteAdded', note);
  await does(people.inspector, 'FactCorrected', {
    corrections: [{ eventId: attached.event.eventId, patch: { text: 'Seen on site, twice.' } }],
    reason,
  });
  await does(system, 'DeadlinePassed', { rule: 'first-inspection', dueOn: '2018-11-19' });
}

async function appealed({ does, owner, people: { reviewer } }: MineAtServer): Promise<void> {
  await does(owner, 'AppealLodged', { appealId: 'A1', grounds: 'Not proportionate' });
  await does(owner, 'AppealWithdrawn', { appealId: 'A1', reason });
  await does(owner, 'AppealLodged', { appealId: 'A2', grounds: 'Not proportionate' });
  await does(owner, 'StayRequested', { appealId: 'A2', reason });
  await does(reviewer, 'StayRefused', { appealId: 'A2', reason });
  await does(reviewer, 'StayGranted', { appealId: 'A2', reason });
  await does(reviewer, 'StayEnded', { appealId: 'A2', reason });
  await does(reviewer, 'AppealDecided', { appealId: 'A2', decision: 'upheld', reason });
}

/** The strict procedure, whose working days are known in every year. */
const strict: Procedure = { ...strict1, calendar: { base: 'weekdays', years: [] } };

async function givenAServerWithTwoProcedures(): Promise<Server> {
  const server = await startServer();
  const admin = await server.as({ role: 'admin' });
  const inForceFrom = '2090-01-01T00:00:00Z';
  const answer = await admin.post('/v1/procedures', { procedure: strict, inForceFrom });
  expect(answer.status).toBe(201);
  return server;
}

test('every event there is can be sent over HTTP by whoever may send it, and ends on the file', async () => {
  await using server = await givenAServerWithTwoProcedures();
  const people = await peopleAt(server);
  const system = await server.as({ role: 'system' });
  const mine = await registered(server, people, { mineId: 'XJ-ALL' });
  const { does, owner } = mine;

  await onTheWayTo('closed', mine);
  await inspectedTwice(mine);
  await appealed(mine);
  await lettersAndDirections(mine);
  await onTheFile(mine, system);
  await does(owner, 'LiftRequested', { reason });
  await does(people.supervisor, 'LiftRefused', { reason });
  await passTheInspection(mine, 'I3');
  await licencesAndRequirements(mine, system);
  await does(people.licensing, 'RequirementsCertified', {});
  const declined = await mine.requests(people.supervisor, 'ReopeningAuthorised', {});
  await does(people.secondSupervisor, 'ApprovalDeclined', { approvalId: declined, reason });
  const withdrawn = await mine.requests(people.supervisor, 'ReopeningAuthorised', {});
  await does(people.supervisor, 'ApprovalWithdrawn', { approvalId: withdrawn });
  await does(people.supervisor, 'ReopeningAuthorised', {});
  await does(owner, 'OperationResumed', {});

  await does(people.inspector, 'ClosureOrdered', order);
  await does(people.supervisor, 'ProcedureMigrated', { procedure: 'strict@1', reason });
  await does(owner, 'AppealLodged', { appealId: 'A3', grounds: 'Not proportionate' });
  await does(people.reviewer, 'AppealDecided', { appealId: 'A3', decision: 'quashed', reason });
  await does(people.inspector, 'ClosureOrdered', order);
  await does(people.supervisor, 'ClosureWithdrawn', { reason });
  await does(people.supervisor, 'OperatorChanged', { operator: { id: 'O-2', name: 'Second operator' }, reason });
  const successor = await server.as({ role: 'owner', mines: ['XJ-ALL'], operator: 'O-2' });
  await does(successor, 'RelocationStarted', { destination: 'Guizhou' });
  await does(people.inspector, 'RelocationCompleted', { site: 'New hall', region: 'CN-GZ' });
  await does(people.supervisor, 'MineDecommissioned', { reason });

  const onFile = new Set((await mine.history()).map(({ type }) => type));
  expect(eventTypes.filter((type) => !onFile.has(type))).toEqual([]);
});
