import { describe, expect, test } from '@jest/globals';
import { type Procedure, strict1, type WorkItem, workOf } from '../src/index.ts';
import {
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  owner,
  publishes,
  reviewer,
  satisfyTheRequirements,
  supervisor,
  system,
} from './given.ts';

/** What needs somebody, in short: whom, for what, by when. */
async function work(mine: MineUnderTest): Promise<string[]> {
  return workOf(await mine.now()).map(inShort);
}

function inShort({ kind, role, office, rule, subject, dueOn }: WorkItem): string {
  return [role, office && `of ${office}:`, kind, rule, subject, dueOn && `by ${dueOn}`].filter(Boolean).join(' ');
}

describe('what needs somebody in a mine', () => {
  test('is nothing while it runs, but an answer to a request, from each role that can give it', async () => {
    const mine = await givenAMine();
    expect(await work(mine)).toEqual([]);
    const approvalId = await mine.requests(inspector, 'ClosureOrdered');
    const [item, ...others] = workOf(await mine.now());
    expect(others).toEqual([]);
    expect(item).toEqual({
      kind: 'approval',
      role: 'supervisor',
      office: 'energy',
      rule: 'approval-answer',
      since: '2018-11-01T01:01:00.000Z',
      subject: approvalId,
      dueOn: '2018-11-08',
      dueAt: '2018-11-08T23:59:59.999+08:00',
      approval: { approvalId, event: 'ClosureOrdered', requestedBy: 'inspector-1', requestedByRole: 'inspector' },
    });
  });

  test('is from the inspector the service and the inspection, then to go on with it', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(await work(mine)).toEqual([
      'inspector of tax: deadline service by 2018-11-04',
      'inspector of tax: deadline first-inspection by 2018-11-15',
    ]);
    await mine.does(inspector, 'OrderServed');
    await mine.does(inspector, 'InspectionStarted');
    expect(await work(mine)).toEqual(['inspector of tax: step closed.inspecting']);
  });

  test('is from the owner to make findings good, then from the inspector to come again', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'OrderServed');
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1', dueOn: '2018-11-30' });
    await mine.does(inspector, 'InspectionFailed');
    expect(await work(mine)).toEqual(['owner deadline remediation F1 by 2018-11-30']);
    await mine.does(owner, 'ExtensionRequested');
    expect((await work(mine)).filter((item) => !item.startsWith('owner'))).toEqual([
      'supervisor of energy: deadline extension-answer F1 by 2018-11-08',
    ]);
    await mine.does(owner, 'RemediationDeclared');
    expect((await work(mine)).filter((item) => item.startsWith('inspector'))).toEqual([
      'inspector of tax: deadline re-inspection by 2018-11-15',
    ]);
  });

  test('is from licensing the answer to evidence and the certificate, from the supervisor the reopening', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(inspector, 'OrderServed');
    expect(await work(mine)).toEqual([]);
    await mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    expect(await work(mine)).toEqual(['licensing of licensing: deadline evidence-answer LICENCES by 2018-11-15']);
    await satisfyTheRequirements(mine);
    expect(await work(mine)).toEqual(['licensing of licensing: step inspected']);
    await mine.does(licensing, 'RequirementsCertified');
    expect(await work(mine)).toEqual(['supervisor of energy: deadline reopening-decision by 2018-11-15']);
    await mine.does(owner, 'LiftRequested');
    expect(await work(mine)).toContain('supervisor of energy: deadline lift-decision by 2018-11-15');
  });

  test('is from the reviewer to decide appeals and stays; that an appeal can be lodged is nobody’s work', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'OrderServed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.does(owner, 'StayRequested');
    const ofTheReviewer = async () => (await work(mine)).filter((item) => item.startsWith('reviewer'));
    expect(await ofTheReviewer()).toEqual([
      'reviewer of review: deadline stay-answer A1 by 2018-11-08',
      'reviewer of review: deadline appeal-decision A1 by 2018-12-31',
    ]);
    await mine.does(reviewer, 'StayRefused');
    await mine.does(reviewer, 'AppealDecided', { decision: 'upheld' });
    expect(await ofTheReviewer()).toEqual([]);
  });

  test('is from the inspector to verify a curtailment that reopening waits for, though nothing is due', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(inspector, 'OrderServed');
    await mine.does(supervisor, 'PowerDirectionIssued');
    expect((await work(mine)).filter((item) => item.startsWith('inspector'))).toEqual([]);
    await mine.does(owner, 'PowerCurtailed');
    expect((await work(mine)).filter((item) => item.startsWith('inspector'))).toEqual([
      'inspector of power: step licensed',
    ]);
    await mine.does(inspector, 'CurtailmentVerified');
    expect((await work(mine)).filter((item) => item.startsWith('inspector'))).toEqual([]);
  });

  test('that is late is told to the supervisor too, once it is on record, until it is done', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'OrderServed');
    const notices = async () => (await work(mine)).filter((item) => item.includes(' notice '));
    mine.at('2018-11-16T09:00:00+08:00');
    expect(await notices()).toEqual([]);
    await mine.does(system, 'DeadlinePassed', { rule: 'first-inspection', dueOn: '2018-11-15' });
    expect(await notices()).toEqual(['supervisor of tax: notice first-inspection by 2018-11-15']);
    await mine.does(inspector, 'InspectionStarted');
    expect(await notices()).toEqual([]);
  });

  test('that is late is told to no one where it is the owner’s, nor to who has to do it', async () => {
    const mine = await givenAMine();
    const notices: Procedure['notices'] = [
      { on: 'DeadlinePassed', who: ['supervisor', 'inspector', 'owner', 'supervisor'] },
      { on: 'AppealLodged', who: ['reviewer'] },
    ];
    await publishes(mine, { ...strict1, notices }, '2018-11-01T01:00:00Z');
    await onTheWayTo(mine.at('2018-11-02T09:00:00+08:00'), 'inspecting');
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1', dueOn: '2018-11-05' });
    await mine.does(inspector, 'InspectionFailed');
    mine.at('2018-11-06T09:00:00+08:00');
    await mine.does(system, 'DeadlinePassed', { rule: 'remediation', subject: 'F1', dueOn: '2018-11-05' });
    const told = async () => (await work(mine)).filter((item) => item.includes(' notice '));
    expect(await told()).toEqual([]);
    await mine.does(owner, 'RemediationDeclared');
    mine.at('2018-12-01T09:00:00+08:00');
    const [due] = workOf(await mine.now()).filter(({ rule }) => rule === 're-inspection');
    await mine.does(system, 'DeadlinePassed', { rule: 're-inspection', dueOn: due?.dueOn ?? '' });
    expect(await told()).toEqual([`supervisor of tax: notice re-inspection by ${due?.dueOn}`]);
  });

  test('has for each request its own due day', async () => {
    const mine = await givenAMine();
    const first = await mine.at('2018-11-02T09:00:00+08:00').requests(inspector, 'ClosureOrdered');
    const other = await mine.at('2018-11-04T09:00:00+08:00').requests(supervisor, 'OperatorChanged');
    expect(await work(mine)).toEqual([
      `supervisor of energy: approval approval-answer ${first} by 2018-11-09`,
      `supervisor of energy: approval approval-answer ${other} by 2018-11-11`,
    ]);
  });

  test('is from licensing to certify, even while a curtailment is not verified', async () => {
    const mine = await givenAMineThatIs('inspected');
    await mine.does(inspector, 'OrderServed');
    await satisfyTheRequirements(mine);
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(owner, 'PowerCurtailed');
    expect(await work(mine)).toContain('licensing of licensing: step inspected');
  });
});
