import { describe, expect, test } from '@jest/globals';
import { type EventType, type Person, shippedProcedures, type WayStep, wayTo } from '../../src/index.ts';
import { strict1 } from '../../src/rectification/procedures/strict-1.ts';
import {
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  owner,
  publishes,
  satisfyTheRequirements,
  supervisor,
} from '../given.ts';

/** The way to a refused event as somebody is told it, a step a line; null if there is none. */
async function way(mine: MineUnderTest, goal: EventType, person: Person = supervisor): Promise<string[] | null> {
  const next = await mine.engine.next(mine.mineId, person, [goal]);
  const refused = next?.refused.find(({ type }) => type === goal);
  if (refused?.path === undefined) throw new Error(`no way to ${goal} was told: ${JSON.stringify(refused)}`);
  expect(refused.pathSearch).toBe(refused.path ? 'found' : 'none');
  return refused.path?.map(inShort) ?? null;
}

function inShort({ type, role, for: about, approvedBy }: WayStep): string {
  const granted = approvedBy === undefined ? '' : `, granted by ${approvedBy}`;
  return `${type}${about === undefined ? '' : ` ${about}`} (${role}${granted})`;
}

const inspection = [
  'InspectionStarted (inspector)',
  'CheckRecorded TAX (inspector)',
  'CheckRecorded REAL_NAME_PRODUCERS (inspector)',
  'CheckRecorded REAL_NAME_CUSTOMERS (inspector)',
  'InspectionPassed (inspector)',
];
const requirements = [
  'RequirementSatisfied LICENCES (licensing)',
  'RequirementSatisfied POWER_SUPPLY_PROCEDURE (licensing)',
  'RequirementSatisfied SOCIAL_SECURITY (licensing)',
];
const certified = 'RequirementsCertified (licensing)';
const closing = 'ClosureOrdered (inspector, granted by supervisor)';
const reopening = 'ReopeningAuthorised (supervisor, granted by supervisor)';

describe('how far a mine is from reopening', () => {
  test('a mine just closed is ten steps away: an inspection, three requirements, their certification, the reopening itself', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(await way(mine, 'ReopeningAuthorised')).toEqual([...inspection, ...requirements, certified, reopening]);
  });

  test('a running mine has to be closed first', async () => {
    expect(await way(await givenAMine(), 'ReopeningAuthorised')).toEqual([
      closing,
      ...inspection,
      ...requirements,
      certified,
      reopening,
    ]);
  });

  test('an inspected mine with two requirements and a letter open is five steps away', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'POWER_SUPPLY_PROCEDURE' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    expect(await way(mine, 'ReopeningAuthorised')).toEqual([
      'RequirementSatisfied LICENCES (licensing)',
      'RequirementSatisfied SOCIAL_SECURITY (licensing)',
      certified,
      'GuaranteeLetterSigned G1 (owner)',
      reopening,
    ]);
  });

  test('findings are made good and cleared one by one at a re-inspection, which also repeats failed checks', async () => {
    const mine = await givenAMineThatIs('inspecting');
    for (const check of ['TAX', 'REAL_NAME_PRODUCERS']) await mine.does(inspector, 'CheckRecorded', { check });
    await mine.does(inspector, 'CheckRecorded', { check: 'REAL_NAME_CUSTOMERS', outcome: 'fail' });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1' });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F2' });
    await mine.does(inspector, 'InspectionFailed');
    expect(await way(mine, 'InspectionPassed')).toEqual([
      'RemediationDeclared (owner)',
      'InspectionStarted (inspector)',
      'FindingCleared F1 (inspector)',
      'FindingCleared F2 (inspector)',
      'CheckRecorded REAL_NAME_CUSTOMERS (inspector)',
      'InspectionPassed (inspector)',
    ]);
  });

  test('evidence that waits for an answer, was returned or lapsed needs no more than to be accepted', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'SOCIAL_SECURITY' });
    await mine.does(licensing, 'RequirementReturned', { requirement: 'SOCIAL_SECURITY' });
    expect(await way(mine, 'RequirementsCertified')).toEqual([...requirements, certified]);
  });

  test('a waiver that has expired has to be renewed or the requirement satisfied', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'LICENCES', expiresOn: '2018-11-30' });
    mine.at('2018-12-01T00:00:00+08:00');
    expect(await way(mine, 'ReopeningAuthorised')).toEqual(['RequirementSatisfied LICENCES (licensing)', reopening]);
  });

  test('losing a licence means satisfying and certifying again', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(licensing, 'LicenceGranted');
    await mine.does(licensing, 'LicenceSuspended');
    expect(await way(mine, 'ReopeningAuthorised')).toEqual([
      'RequirementSatisfied LICENCES (licensing)',
      certified,
      reopening,
    ]);
  });

  test('a letter declined is withdrawn; where several were, signing another one is shorter', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    await mine.does(owner, 'GuaranteeLetterDeclined');
    expect(await way(mine, 'ReopeningAuthorised')).toEqual(['GuaranteeLetterWithdrawn G1 (supervisor)', reopening]);
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G2' });
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G2' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G3' });
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G3' });
    expect(await way(mine, 'ReopeningAuthorised')).toEqual([
      'GuaranteeLetterDemanded G4 (inspector)',
      'GuaranteeLetterSigned G4 (owner)',
      reopening,
    ]);
  });

  test('under a letter that is withdrawn the one before it counts again; letters of an earlier closure do not', async () => {
    const mine = await givenAMineThatIs('licensed');
    for (const letterId of ['G1', 'G2']) {
      await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId });
      await mine.does(owner, 'GuaranteeLetterDeclined', { letterId });
    }
    await mine.does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G2' });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'licensed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G3' });
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G3' });
    expect(await way(mine, 'ReopeningAuthorised')).toEqual(['GuaranteeLetterWithdrawn G3 (supervisor)', reopening]);
    await mine.does(supervisor, 'GuaranteeLetterWithdrawn', { letterId: 'G3' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G4' });
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G5' });
    await mine.does(owner, 'GuaranteeLetterDeclined', { letterId: 'G5' });
    expect(await way(mine, 'ReopeningAuthorised')).toEqual([
      'GuaranteeLetterWithdrawn G5 (supervisor)',
      'GuaranteeLetterSigned G4 (owner)',
      reopening,
    ]);
  });

  test('a power direction is withdrawn, which is shorter than curtailing and verifying; once curtailed it is verified', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P1' });
    expect(await way(mine, 'ReopeningAuthorised')).toEqual(['PowerDirectionWithdrawn P1 (supervisor)', reopening]);
    await mine.does(owner, 'PowerCurtailed');
    expect(await way(mine, 'ReopeningAuthorised')).toEqual(['CurtailmentVerified P1 (inspector)', reopening]);
  });

  test('a mine on its way to another site stays where it is', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(owner, 'RelocationStarted');
    expect(await way(mine, 'ReopeningAuthorised')).toEqual(['RelocationAbandoned (owner)', reopening]);
  });

  test('a procedure with more obligations makes the way longer', async () => {
    const mine = await givenAMine();
    await publishes(mine, strict1, '2018-11-01T09:00:00+08:00');
    const told = await way(mine, 'InspectionPassed');
    expect(told).toEqual([closing, ...inspection.toSpliced(4, 0, 'CheckRecorded FIRE_SAFETY (inspector)')]);
  });
});

describe('a way to something else', () => {
  test('a running mine is closed, inspected, found at fault and inspected again before a finding can be cleared', async () => {
    expect(await way(await givenAMine(), 'FindingCleared')).toEqual([
      closing,
      'InspectionStarted (inspector)',
      'FindingRaised F1 (inspector)',
      'InspectionFailed (inspector)',
      'RemediationDeclared (owner)',
      'InspectionStarted (inspector)',
      'FindingCleared F1 (inspector)',
    ]);
  });

  test('what is only another’s to send is one step away', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(await way(mine, 'InspectionStarted')).toEqual(['InspectionStarted (inspector)']);
  });

  test('a request for a stay needs an appeal', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(await way(mine, 'StayRefused')).toEqual([
      'AppealLodged A1 (owner)',
      'StayRequested A1 (owner)',
      'StayRefused A1 (reviewer)',
    ]);
  });

  test('a stay can only be granted in a closure, by an appeal against it', async () => {
    const mine = await givenAMineThatIs('reopened');
    expect(await way(mine, 'StayGranted')).toEqual([closing, 'AppealLodged A1 (owner)', 'StayGranted A1 (reviewer)']);
  });

  test('evidence can be returned when it was sent', async () => {
    const mine = await givenAMineThatIs('closed');
    const returned = ['EvidenceSubmitted LICENCES (owner)', 'RequirementReturned LICENCES (licensing)'];
    expect(await way(mine, 'RequirementReturned')).toEqual(returned);
    await satisfyTheRequirements(mine);
    const lost = ['LicenceGranted L1 (licensing)', 'LicenceSuspended L1 (licensing)', ...returned];
    expect(await way(mine, 'RequirementReturned')).toEqual(lost);
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'LICENCES' });
    const again = [...lost, 'RequirementSatisfied LICENCES (licensing)'];
    expect((await way(mine, 'RequirementReturned'))?.toSorted()).toEqual(again.toSorted());
    await mine.does(licensing, 'RequirementSatisfied', {
      requirement: 'POWER_SUPPLY_PROCEDURE',
      validUntil: '2018-11-30',
    });
    mine.at('2018-12-01T00:00:00+08:00');
    expect(await way(mine, 'RequirementReturned')).toHaveLength(again.length);
  });

  test('a licensed mine is certified again only after it lost a licence', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
    expect(await way(mine, 'RequirementsCertified')).toEqual([
      'LicenceSuspended L1 (licensing)',
      'RequirementSatisfied LICENCES (licensing)',
      certified,
    ]);
  });

  test('a mine that moves can be given a direction once it has moved or stays', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P1' });
    await mine.does(owner, 'RelocationStarted');
    expect(await way(mine, 'PowerDirectionIssued')).toEqual([
      'RelocationCompleted (inspector)',
      'PowerDirectionIssued P2 (supervisor)',
    ]);
    expect(await way(mine, 'PowerDirectionBreached')).toEqual([
      'RelocationAbandoned (owner)',
      'PowerDirectionBreached P1 (inspector)',
    ]);
  });

  test('operation is resumed under a stay of the closure, or of a closure by relocation after reopening', async () => {
    const mine = await givenAMineThatIs('closed');
    const resumed = 'OperationResumed (owner)';
    const stay = ['AppealLodged A1 (owner)', 'StayGranted A1 (reviewer)'];
    expect(await way(mine, 'OperationResumed')).toEqual([...stay, resumed]);
    await mine.does(owner, 'RelocationStarted');
    await mine.does(inspector, 'RelocationCompleted');
    expect((await way(mine, 'OperationResumed'))?.toSorted()).toEqual([...inspection, ...stay, resumed].toSorted());
    await mine.does(supervisor, 'ClosureWithdrawn');
    expect(await way(mine, 'OperationResumed')).toEqual([
      ...inspection,
      ...requirements,
      certified,
      reopening,
      resumed,
    ]);
  });

  test('a mine stays in its closure even where withdrawing and ordering it again would be shorter', async () => {
    const mine = await givenAMineThatIs('inspecting');
    for (const findingId of ['F1', 'F2', 'F3', 'F4']) await mine.does(inspector, 'FindingRaised', { findingId });
    const told = await way(mine, 'InspectionPassed');
    expect(told).toHaveLength(11);
    expect(told?.filter((step) => step.startsWith('Closure'))).toEqual([]);
  });

  test('where nothing else leads there, the closure is withdrawn', async () => {
    const mine = await givenAMineThatIs('inspected');
    expect(await way(mine, 'ClosureOrdered')).toEqual(['ClosureWithdrawn (supervisor)', closing]);
    expect(await way(mine, 'InspectionScheduled')).toEqual([
      'ClosureWithdrawn (supervisor)',
      closing,
      'InspectionScheduled (inspector)',
    ]);
  });

  test('a closure by relocation cannot be withdrawn: its site has to be inspected and the mine reopened', async () => {
    const mine = await givenAMine();
    await mine.does(owner, 'RelocationStarted');
    await mine.does(inspector, 'RelocationCompleted');
    expect(await way(mine, 'AppealLodged')).toEqual([
      ...inspection,
      ...requirements,
      certified,
      reopening,
      closing,
      'AppealLodged A1 (owner)',
    ]);
  });

  test('a mine that was decommissioned has no way but to appeal', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(supervisor, 'MineDecommissioned');
    expect(await way(mine, 'ReopeningAuthorised')).toBeNull();
    expect(await way(mine, 'StayGranted')).toBeNull();
    expect(await way(mine, 'AppealDecided')).toEqual(['AppealLodged A1 (owner)', 'AppealDecided A1 (reviewer)']);
  });
});

describe('a way to an answer under four eyes', () => {
  test('somebody has to request something first', async () => {
    expect(await way(await givenAMine(), 'ApprovalGranted')).toEqual([
      'ClosureOrdered (inspector)',
      'ApprovalGranted (supervisor)',
    ]);
  });

  test('what was requested has to be possible again', async () => {
    const mine = await givenAMineThatIs('licensed');
    const approvalId = await mine.requests(supervisor, 'ReopeningAuthorised');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    expect(await way(mine, 'ApprovalGranted')).toEqual([
      'GuaranteeLetterSigned G1 (owner)',
      `ApprovalGranted ${approvalId} (supervisor)`,
    ]);
  });
});

describe('what is told', () => {
  test('unasked, the way to the milestones of reopening', async () => {
    const mine = await givenAMineThatIs('closed');
    const next = await mine.engine.next(mine.mineId, owner);
    expect(next?.refused.flatMap(({ type, path }) => (path ? [`${type} ${path.length}`] : []))).toEqual([
      'RequirementsCertified 9',
      'ReopeningAuthorised 10',
      'InspectionPassed 5',
    ]);
  });

  test('an owner learns who has to do what, not that something was requested, nor who the officials are', async () => {
    const mine = await givenAMineThatIs('licensed');
    const before = await mine.engine.next(mine.mineId, owner, ['ReopeningAuthorised', 'OperationResumed']);
    await mine.does(supervisor, 'CaseAssigned', { assignee: 'inspector-1' });
    await mine.requests(supervisor, 'ReopeningAuthorised');
    const after = await mine.engine.next(mine.mineId, owner, ['ReopeningAuthorised', 'OperationResumed']);
    expect(after?.refused).toEqual(before?.refused);
    expect(JSON.stringify(after?.refused)).not.toMatch(/supervisor-|inspector-1|requested/);
  });

  test('a search that may not look far enough says that it gave up', async () => {
    const { mine, value } = await (await givenAMineThatIs('closed')).now();
    const present = { now: '2018-11-20T00:00:00Z', procedures: shippedProcedures };
    const question = { goal: 'ReopeningAuthorised', standing: { mine, value }, present } as const;
    expect(wayTo({ ...question, limit: 9 })).toEqual({ pathSearch: 'gave-up', looked: 9 });
    expect(wayTo({ ...question, limit: 10 })).toMatchObject({ pathSearch: 'found', looked: 10 });
  });

  test('of ten findings, checks and requirements each, the search looks at about as many standings as there are steps', async () => {
    const ten = <T extends { readonly code: string }>(kind: string, rules: readonly T[]) =>
      rules
        .slice(0, 1)
        .flatMap((rule) => Array.from({ length: 10 }, (_, index) => ({ ...rule, code: `${kind}_${index}` })));
    const mine = await givenAMine();
    const long = {
      ...strict1,
      checks: ten('CHECK', strict1.checks),
      requirements: ten('REQUIREMENT', strict1.requirements),
    };
    await publishes(mine, long, '2018-11-01T09:00:00+08:00');
    await onTheWayTo(mine, 'inspecting');
    for (let number = 1; number <= 10; number++) await mine.does(inspector, 'FindingRaised');
    const standing = await mine.now();
    const procedures = await mine.engine.procedures();
    const found = wayTo({
      goal: 'ReopeningAuthorised',
      standing,
      present: { now: '2018-11-20T00:00:00Z', procedures },
    });
    expect(found.path).toHaveLength(36);
    expect(found.looked).toBeLessThan(50);
  });
});
