import { expect, test } from '@jest/globals';
import { type EventType, eventTypes, type Person, type Role } from '../src/index.ts';
import { analyst, givenAMine, inspector, licensing, owner, reviewer, supervisor, system } from './given.ts';
import { wellFormed } from './well-formed.ts';

const desk: readonly Role[] = ['inspector', 'supervisor', 'licensing', 'reviewer'];

/** domain.md, "Events": who sends what; under four eyes, who requests it. */
const table: Readonly<Record<EventType, readonly Role[]>> = {
  MineRegistered: ['inspector'],
  ClosureOrdered: ['inspector', 'supervisor'],
  OrderServed: ['inspector'],
  InspectionScheduled: ['inspector'],
  InspectionStarted: ['inspector'],
  InspectionAbandoned: ['inspector'],
  CheckRecorded: ['inspector'],
  FindingRaised: ['inspector'],
  InspectionFailed: ['inspector'],
  FindingCleared: ['inspector'],
  InspectionPassed: ['inspector'],
  RemediationDeclared: ['owner'],
  ExtensionRequested: ['owner'],
  ExtensionRefused: ['supervisor'],
  RemediationExtended: ['supervisor'],
  EvidenceSubmitted: ['owner'],
  RequirementSatisfied: ['licensing'],
  RequirementReturned: ['licensing'],
  RequirementWaived: ['supervisor'],
  RequirementLapsed: ['system'],
  LicenceApplied: ['owner'],
  LicenceGranted: ['licensing'],
  LicenceRefused: ['licensing'],
  LicenceSuspended: ['licensing'],
  LicenceReinstated: ['licensing'],
  LicenceRevoked: ['licensing'],
  LicenceExpired: ['system'],
  LicenceSurrendered: ['owner'],
  RequirementsCertified: ['licensing'],
  ProcedureMigrated: ['supervisor'],
  ReopeningAuthorised: ['supervisor'],
  OperationResumed: ['owner'],
  LiftRequested: ['owner'],
  LiftRefused: ['supervisor'],
  ClosureWithdrawn: ['supervisor'],
  ClosureQuashed: [],
  AppealLodged: ['owner'],
  AppealWithdrawn: ['owner'],
  StayRequested: ['owner'],
  StayRefused: ['reviewer'],
  StayGranted: ['reviewer'],
  StayEnded: ['reviewer'],
  AppealDecided: ['reviewer'],
  GuaranteeLetterDemanded: ['inspector', 'supervisor'],
  GuaranteeLetterWithdrawn: ['supervisor'],
  GuaranteeLetterSigned: ['owner'],
  GuaranteeLetterDeclined: ['owner'],
  GuaranteeLetterAccepted: ['inspector'],
  GuaranteeLetterBreached: ['inspector'],
  PowerDirectionIssued: ['supervisor'],
  PowerDirectionWithdrawn: ['supervisor'],
  CurtailmentEnded: ['supervisor'],
  PowerCurtailed: ['owner'],
  CurtailmentVerified: ['inspector'],
  PowerDirectionBreached: ['inspector'],
  RelocationStarted: ['owner'],
  RelocationAbandoned: ['owner'],
  RelocationCompleted: ['inspector'],
  LostCapacityReported: ['owner'],
  OwnerStatementFiled: ['owner'],
  CaseAssigned: desk,
  CaseHandedOver: desk,
  OperatorChanged: ['supervisor'],
  DocumentAttached: [...desk, 'owner'],
  NoteAdded: [...desk, 'owner'],
  DeadlinePassed: ['system'],
  MineDecommissioned: ['supervisor'],
  FactCorrected: ['inspector', 'supervisor'],
  ApprovalRequested: [],
  ApprovalGranted: desk,
  ApprovalDeclined: desk,
  ApprovalWithdrawn: desk,
};

const admin: Person = { ...analyst, id: 'admin-1', role: 'admin' };

test.each([inspector, supervisor, licensing, reviewer, owner, analyst, admin, system])(
  'a person who is $role may send what the table gives them, and nothing else',
  async (person) => {
    const may: EventType[] = [];
    for (const type of eventTypes) {
      const mine = await givenAMine();
      const [data = { approvalId: 'none' }] = wellFormed(type, (await mine.now()).mine, person);
      const outcome = await mine.attempts(person, type, data);
      const forbidden = outcome.kind === 'rejected' && outcome.rejection.code === 'forbidden';
      if (!forbidden) may.push(type);
      else if (outcome.rejection.code === 'forbidden') expect(outcome.rejection.who).toEqual(table[type]);
    }
    expect(may).toEqual(eventTypes.filter((type) => table[type].includes(person.role)));
  },
);

test('officials act in their regions only, wherever the mine is by then', async () => {
  const mine = await givenAMine();
  const ofGuizhou = { ...inspector, regions: ['CN-GZ'] };
  const ofNowhere = { ...inspector, regions: [] };
  const ofEverywhere = { ...inspector, regions: 'all' as const };
  for (const person of [ofGuizhou, ofNowhere]) {
    expect(await mine.refuses(person, 'NoteAdded')).toMatchObject({ code: 'forbidden' });
  }
  await mine.does(ofEverywhere, 'NoteAdded');
  await mine.does(owner, 'RelocationStarted');
  await mine.does(inspector, 'RelocationCompleted', { region: 'CN-GZ' });
  await mine.does(ofGuizhou, 'NoteAdded');
  expect(await mine.refuses({ ...inspector, regions: ['CN-XJ'] }, 'NoteAdded')).toMatchObject({ code: 'forbidden' });
});

test('who has the case hands it over, or a supervisor does; an official takes it for themselves only', async () => {
  const mine = await givenAMine();
  const assign = (assignee: string) => mine.refuses(licensing, 'CaseAssigned', { assignee });
  expect(await assign('inspector-1')).toMatchObject({ reasons: [{ code: 'only-to-yourself' }] });
  await mine.does(licensing, 'CaseAssigned', { assignee: 'licensing-1' });
  expect(await mine.refuses(inspector, 'CaseHandedOver')).toMatchObject({ reasons: [{ code: 'not-your-case' }] });
  await mine.does(licensing, 'CaseHandedOver', { assignee: 'inspector-1' });
  expect((await mine.now()).mine.assignee).toBe('inspector-1');
  await mine.does(supervisor, 'CaseHandedOver', { assignee: 'inspector-2' });
  await mine.does(supervisor, 'CaseAssigned', { assignee: 'inspector-1' });
});
