import { describe, expect, test } from '@jest/globals';
import { type Rejection, strict1 } from '../src/index.ts';
import {
  because,
  failTheInspectionAndRemedy,
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
  publishes,
  reviewer,
  satisfyTheRequirements,
  secondSupervisor,
  supervisor,
  system,
} from './given.ts';
import { aDocument } from './well-formed.ts';

/** Each reason of a refusal with who can change it, and with which office where that is not the role's own. */
function whoCan(rejection: Rejection): string[] {
  if (rejection.code !== 'illegal-transition' && rejection.code !== 'condition-not-met')
    throw new Error(`expected reasons, got ${JSON.stringify(rejection)}`);
  return rejection.reasons.map(({ code, who, office }) => `${code}: ${office ? `${who} of ${office}` : who}`);
}

describe('who is refused learns who can change it', () => {
  test('when an inspection may not start, or not do what it does', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'InspectionScheduled', { inspectionId: 'I1' });
    await mine.does(inspector, 'InspectionStarted', { inspectionId: 'I1' });
    await mine.does(inspector, 'InspectionAbandoned', { inspectionId: 'I1' });
    const again = await mine.refuses(inspector, 'InspectionStarted', { inspectionId: 'I1', inspectorsPresent: 1 });
    expect(whoCan(again)).toEqual(['id-taken: inspector', 'too-few-inspectors: inspector']);
    await mine.does(inspector, 'InspectionStarted', { inspectionId: 'I2' });
    const another = await mine.refuses(inspector, 'InspectionAbandoned', { inspectionId: 'I1' });
    expect(whoCan(another)).toEqual(['not-the-running-inspection: inspector']);
    const withFile = { check: 'REAL_NAME_CUSTOMERS', document: aDocument } as const;
    expect(whoCan(await mine.refuses(inspector, 'CheckRecorded', withFile))).toEqual([
      'check-takes-no-file: inspector',
    ]);
    expect(whoCan(await mine.refuses(inspector, 'FindingCleared'))).toEqual([
      'not-a-reinspection: inspector',
      'no-open-finding: inspector',
      'finding-not-open: inspector',
    ]);
    await mine.does(inspector, 'CheckRecorded', { check: 'TAX', outcome: 'fail' });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1' });
    expect(whoCan(await mine.refuses(inspector, 'FindingRaised', { findingId: 'F1' }))).toEqual([
      'id-taken: inspector',
    ]);
    expect(whoCan(await mine.refuses(inspector, 'InspectionPassed'))).toEqual([
      'finding-open: inspector',
      'check-failed: inspector of tax',
      'check-missing: inspector of public-security',
      'check-missing: inspector of public-security',
    ]);
  });

  test('when findings are not made good as they have to be', async () => {
    const mine = await givenAMineThatIs('inspecting');
    expect(whoCan(await mine.refuses(owner, 'ExtensionRequested'))).toEqual([
      'no-open-finding: inspector',
      'finding-not-open: inspector',
    ]);
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1', dueOn: '2018-12-01' });
    await mine.does(inspector, 'InspectionFailed');
    expect(whoCan(await mine.refuses(supervisor, 'ExtensionRefused'))).toEqual(['no-extension-request: owner']);
    expect(whoCan(await mine.refuses(owner, 'ExtensionRequested', { dueOn: '2018-12-01' }))).toEqual([
      'not-later: owner',
    ]);
    expect(whoCan(await mine.refuses(supervisor, 'RemediationExtended', { dueOn: '2018-12-01' }))).toEqual([
      'not-later: supervisor',
    ]);
    await mine.does(owner, 'ExtensionRequested');
    expect(whoCan(await mine.refuses(owner, 'ExtensionRequested'))).toEqual(['extension-request-pending: supervisor']);
    const proofOf = (...ids: string[]) => ({ evidence: ids.map((findingId) => ({ findingId, document: aDocument })) });
    expect(whoCan(await mine.refuses(owner, 'RemediationDeclared', proofOf('F2')))).toEqual([
      'evidence-missing: owner',
      'finding-not-open: owner',
    ]);
    expect(whoCan(await mine.refuses(owner, 'RemediationDeclared', proofOf('F1', 'F1')))).toEqual([
      'evidence-twice: owner',
    ]);
  });

  test('when more time is given for findings that were cleared at an inspection abandoned since', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await failTheInspectionAndRemedy(mine);
    await mine.does(inspector, 'InspectionStarted');
    await mine.does(inspector, 'FindingCleared');
    await mine.does(inspector, 'InspectionAbandoned');
    expect(whoCan(await mine.refuses(supervisor, 'RemediationExtended'))).toEqual([
      'no-open-finding: inspector',
      'finding-not-open: inspector',
    ]);
  });

  test('when requirements, the letter and the direction stand against reopening', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'SOCIAL_SECURITY' });
    await mine.does(licensing, 'RequirementReturned', { requirement: 'SOCIAL_SECURITY' });
    expect(whoCan(await mine.refuses(licensing, 'RequirementsCertified'))).toEqual([
      'requirement-submitted: licensing of licensing',
      'requirement-missing: owner of power',
      'requirement-returned: owner of social-security',
    ]);
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES', validUntil: '2018-11-02' });
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'SOCIAL_SECURITY', expiresOn: '2018-11-02' });
    await satisfyTheRequirements(mine);
    await mine.does(licensing, 'RequirementsCertified');
    await mine.does(system, 'RequirementLapsed', { requirement: 'POWER_SUPPLY_PROCEDURE' });
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(supervisor, 'PowerDirectionIssued');
    expect(whoCan(await mine.at('2018-11-03T09:00:00+08:00').refuses(supervisor, 'ReopeningAuthorised'))).toEqual([
      'requirement-expired: licensing of licensing',
      'requirement-lapsed: owner of power',
      'requirement-expired: licensing of social-security',
      'letter-unsigned: owner',
      'direction-unmet: owner',
    ]);
    await mine.does(owner, 'PowerCurtailed');
    await mine.does(owner, 'GuaranteeLetterDeclined');
    expect(whoCan(await mine.refuses(supervisor, 'ReopeningAuthorised')).slice(3)).toEqual([
      'letter-declined: supervisor',
      'curtailment-unverified: inspector of power',
    ]);
    await mine.does(inspector, 'GuaranteeLetterDemanded');
    await mine.does(owner, 'GuaranteeLetterSigned');
    await mine.does(inspector, 'GuaranteeLetterBreached');
    await mine.does(owner, 'RelocationStarted');
    expect(whoCan(await mine.refuses(supervisor, 'ReopeningAuthorised')).slice(3)).toEqual([
      'letter-breached: supervisor',
      'relocating: owner',
    ]);
  });

  test('when evidence, a lapse or a licence is answered that is not there', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(whoCan(await mine.refuses(licensing, 'RequirementReturned'))).toEqual(['nothing-submitted: owner']);
    expect(whoCan(await mine.refuses(system, 'RequirementLapsed'))).toEqual(['nothing-to-lapse: licensing']);
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    const another = { requirement: 'SOCIAL_SECURITY' };
    expect(whoCan(await mine.refuses(licensing, 'RequirementReturned', another))).toEqual(['nothing-submitted: owner']);
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    expect(whoCan(await mine.refuses(system, 'RequirementLapsed', another))).toEqual(['nothing-to-lapse: licensing']);
    await mine.does(owner, 'LicenceApplied', { licenceId: 'L1' });
    expect(whoCan(await mine.refuses(owner, 'LicenceApplied', { licenceId: 'L1' }))).toEqual(['id-taken: owner']);
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
    expect(whoCan(await mine.refuses(licensing, 'LicenceGranted', { licenceId: 'L1' }))).toEqual([
      'id-taken: licensing',
    ]);
    expect(whoCan(await mine.refuses(licensing, 'LicenceReinstated', { licenceId: 'L1' }))).toEqual([
      'no-such-licence: licensing',
      'no-such-licence: licensing',
    ]);
  });

  test('when a guarantee letter does not stand where it would have to', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    const taken = await mine.refuses(inspector, 'GuaranteeLetterDemanded', { letterId: 'G1' });
    expect(whoCan(taken)).toEqual(['id-taken: inspector']);
    for (const type of ['GuaranteeLetterAccepted', 'GuaranteeLetterBreached'] as const) {
      const refused = await mine.refuses(inspector, type, { letterId: 'G1' });
      expect(whoCan(refused)).toEqual(['no-such-letter: owner', 'no-such-letter: owner']);
      expect(because(refused)).toEqual(['no-such-letter', 'no-such-letter G1']);
    }
    await mine.does(owner, 'GuaranteeLetterSigned');
    for (const type of ['GuaranteeLetterSigned', 'GuaranteeLetterDeclined'] as const)
      expect(whoCan(await mine.refuses(owner, type))[0]).toBe('no-such-letter: inspector');
    expect(whoCan(await mine.refuses(supervisor, 'GuaranteeLetterWithdrawn'))[0]).toBe('no-such-letter: inspector');
  });

  test('when a power direction is not in force, not met or not his', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P1', cap: { amount: 5, unit: 'MW' } });
    const curtails = (amount: number, unit: string, directionId = 'P1') =>
      mine.refuses(owner, 'PowerCurtailed', { directionId, to: { amount, unit } });
    expect(whoCan(await curtails(6, 'MW'))).toEqual(['above-cap: owner']);
    expect(whoCan(await curtails(5, 'kW'))).toEqual(['other-unit: owner']);
    expect(whoCan(await curtails(5, 'MW', 'P2'))).toEqual(['not-the-direction: supervisor']);
    await mine.does(owner, 'RelocationStarted');
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    expect(whoCan(await mine.refuses(supervisor, 'PowerDirectionWithdrawn'))).toEqual([
      'no-direction: supervisor',
      'not-the-direction: supervisor',
    ]);
    const away = { region: 'CN-SC', successor: undefined };
    expect(whoCan(await mine.refuses(inspector, 'RelocationCompleted', away))).toEqual([
      'successor-missing: inspector',
    ]);
    await mine.does(owner, 'RelocationAbandoned');
    expect(whoCan(await mine.refuses(inspector, 'RelocationCompleted'))).toEqual(['not-relocating: owner']);
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P2', alternatives: ['relocate'] });
    expect(whoCan(await mine.refuses(owner, 'PowerCurtailed'))).toEqual(['curtailing-not-offered: supervisor']);
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    const reused = await mine.refuses(supervisor, 'PowerDirectionIssued', { directionId: 'P2' });
    expect(whoCan(reused)).toEqual(['id-taken: supervisor']);
  });

  test('when there is nothing to appeal against, to stay or to decide', async () => {
    const mine = await givenAMine();
    expect(whoCan(await mine.refuses(owner, 'AppealLodged'))).toEqual(['no-order: nobody']);
    expect(whoCan(await mine.refuses(reviewer, 'AppealDecided'))).toEqual([
      'no-appeal-pending: owner',
      'not-the-appeal: owner',
    ]);
    await onTheWayTo(mine, 'closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    expect(whoCan(await mine.refuses(reviewer, 'AppealDecided', { appealId: 'A2' }))).toEqual([
      'not-the-appeal: owner',
    ]);
    expect(whoCan(await mine.refuses(owner, 'StayRequested', { appealId: 'A2' }))).toEqual(['not-the-appeal: owner']);
    expect(whoCan(await mine.refuses(reviewer, 'StayRefused'))).toEqual(['no-stay-request: owner']);
    await mine.does(owner, 'StayRequested');
    for (const type of ['StayRefused', 'StayGranted'] as const)
      expect(whoCan(await mine.refuses(reviewer, type, { appealId: 'A2' }))).toEqual(['not-the-appeal: owner']);
    expect(whoCan(await mine.refuses(owner, 'StayRequested'))).toEqual(['stay-request-pending: reviewer']);
    await mine.does(reviewer, 'StayGranted');
    expect(whoCan(await mine.refuses(reviewer, 'StayEnded', { appealId: 'A2' }))).toEqual(['not-the-appeal: owner']);
    await mine.does(owner, 'AppealWithdrawn');
    expect(whoCan(await mine.refuses(owner, 'AppealLodged', { appealId: 'A1' }))).toEqual(['id-taken: owner']);
    await mine.does(owner, 'AppealLodged', { appealId: 'A3' });
    await mine.does(supervisor, 'ClosureWithdrawn');
    expect(whoCan(await mine.refuses(reviewer, 'StayGranted'))).toEqual(['not-shut: nobody']);
    await mine.does(reviewer, 'AppealDecided', { appealId: 'A3', decision: 'quashed' });
    expect(whoCan(await mine.refuses(owner, 'AppealLodged'))).toEqual(['already-quashed: nobody']);
  });

  test('when an order, its service or a request to lift it is not there, or there already', async () => {
    const mine = await givenAMineThatIs('closed');
    const tomorrow = { servedAt: '2019-01-01T00:00:00Z' };
    expect(whoCan(await mine.refuses(inspector, 'OrderServed', tomorrow))).toEqual(['served-in-the-future: inspector']);
    await mine.does(inspector, 'OrderServed');
    expect(whoCan(await mine.refuses(inspector, 'OrderServed'))).toEqual(['order-already-served: nobody']);
    expect(whoCan(await mine.refuses(supervisor, 'LiftRefused'))).toEqual(['no-lift-request: owner']);
    await mine.does(owner, 'LiftRequested');
    expect(whoCan(await mine.refuses(owner, 'LiftRequested'))).toEqual(['lift-request-pending: supervisor']);
  });

  test('when a mine is shut by no order but by its move', async () => {
    const mine = await givenAMine();
    await mine.does(owner, 'RelocationStarted');
    await mine.does(inspector, 'RelocationCompleted');
    expect(whoCan(await mine.refuses(supervisor, 'ClosureWithdrawn'))).toEqual(['no-order: inspector']);
    expect(whoCan(await mine.refuses(inspector, 'OrderServed'))).toEqual(['no-order: inspector']);
  });

  test('when operation cannot have resumed', async () => {
    const mine = await givenAMine();
    expect(whoCan(await mine.refuses(owner, 'OperationResumed'))).toEqual(['never-closed: nobody']);
    await onTheWayTo(mine, 'licensed');
    expect(whoCan(await mine.refuses(owner, 'OperationResumed'))).toEqual(['may-not-operate: supervisor']);
    await mine.does(supervisor, 'ReopeningAuthorised');
    await mine.does(owner, 'RelocationStarted');
    expect(whoCan(await mine.refuses(owner, 'OperationResumed'))).toEqual(['may-not-operate: supervisor']);
    await mine.does(owner, 'RelocationAbandoned');
    await mine.does(owner, 'OperationResumed');
    expect(whoCan(await mine.refuses(owner, 'OperationResumed'))).toEqual(['already-resumed: nobody']);
  });

  test('when a case is put under a procedure that it is under, or that is not for its region', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(whoCan(await mine.refuses(supervisor, 'ProcedureMigrated'))).toEqual(['same-procedure: supervisor']);
    await publishes(mine, { ...strict1, id: 'elsewhere', regions: ['CN-SC'] }, '2018-11-01T01:00:00Z');
    expect(whoCan(await mine.refuses(supervisor, 'ProcedureMigrated', { procedure: 'elsewhere@1' }))).toEqual([
      'procedure-of-elsewhere: supervisor',
    ]);
  });

  test('when a request waits for someone else, or none waits', async () => {
    const mine = await givenAMine();
    expect(whoCan(await mine.refuses(supervisor, 'ApprovalGranted', { approvalId: 'none' }))).toEqual([
      'no-request-pending: supervisor',
      'not-pending: supervisor',
    ]);
    const approvalId = await mine.requests(supervisor, 'ClosureOrdered');
    const granted = await mine.refuses(supervisor, 'ApprovalGranted', { approvalId });
    expect(whoCan(granted)).toEqual(['same-person: supervisor']);
    const withdrawn = await mine.refuses(secondSupervisor, 'ApprovalWithdrawn', { approvalId });
    expect(whoCan(withdrawn)).toEqual(['not-your-request: supervisor']);
  });

  test('when a request is for others to answer than supervisors, by the procedure it was made under', async () => {
    const mine = await givenAMine();
    await publishes(mine, strict1, '2018-11-01T01:00:00Z');
    await onTheWayTo(mine.at('2018-11-02T01:00:00Z'), 'closed');
    const approvalId = await mine.requests(licensing, 'LicenceGranted');
    const granted = await mine.refuses(licensing, 'ApprovalGranted', { approvalId });
    expect(whoCan(granted)).toEqual(['same-person: licensing']);
    const toldTheInspector = (await mine.engine.next(mine.mineId, inspector))?.refused;
    expect(toldTheInspector?.find(({ type }) => type === 'ApprovalGranted')?.reasons).toMatchObject([
      { code: 'not-entitled', who: 'licensing', about: approvalId },
    ]);
  });

  test('when something on the file is not theirs to say', async () => {
    const mine = await givenAMine();
    expect(whoCan(await mine.refuses(inspector, 'CaseAssigned', { assignee: 'inspector-2' }))).toEqual([
      'only-to-yourself: supervisor',
    ]);
    expect(whoCan(await mine.refuses(inspector, 'CaseHandedOver'))).toEqual(['not-your-case: supervisor']);
    expect(whoCan(await mine.refuses(owner, 'NoteAdded', { visibility: 'internal' }))).toEqual([
      'internal-is-for-officials: owner',
    ]);
    const backwards = { from: '2018-11-05', to: '2018-11-04' };
    expect(whoCan(await mine.refuses(owner, 'LostCapacityReported', backwards))).toEqual([
      'ends-before-it-begins: owner',
    ]);
    const { operator } = (await mine.now()).mine;
    expect(whoCan(await mine.refuses(supervisor, 'OperatorChanged', { operator }))).toEqual([
      'same-operator: supervisor',
    ]);
  });

  test('when the mine is no more', async () => {
    const mine = await givenAMine();
    await failTheInspectionOf(mine);
    await mine.does(owner, 'AppealLodged');
    await mine.does(supervisor, 'MineDecommissioned');
    expect(whoCan(await mine.refuses(owner, 'StayRequested'))).toEqual(['decommissioned: nobody']);
    expect(whoCan(await mine.refuses(supervisor, 'PowerDirectionIssued'))).toEqual(['decommissioned: nobody']);
  });
});

async function failTheInspectionOf(mine: Awaited<ReturnType<typeof givenAMine>>) {
  await onTheWayTo(mine, 'inspecting');
  await failTheInspectionAndRemedy(mine);
}
