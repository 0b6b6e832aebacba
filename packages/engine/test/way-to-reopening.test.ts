import { describe, expect, test } from '@jest/globals';
import { closuresOf, mayOperate, openFindings } from '../src/index.ts';
import {
  because,
  failTheInspectionAndRemedy,
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
  passTheInspection,
  satisfyTheRequirements,
  secondSupervisor,
  supervisor,
} from './given.ts';

describe('from operating to reopened', () => {
  test('a mine goes through a failed inspection, remediation and re-inspection, and its closure is measured exactly', async () => {
    const mine = await givenAMine();
    const states = [await mine.state()];
    const then = async () => states.push(await mine.state());

    await mine
      .at('2018-11-05T00:00:00+08:00')
      .requests(inspector, 'ClosureOrdered', {}, { occurredAt: '2018-11-05T00:00:00+08:00' });
    expect(await mine.state()).toBe('operating');
    await mine.does(secondSupervisor, 'ApprovalGranted');
    await then();
    await mine.does(inspector, 'InspectionStarted');
    await then();
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'InspectionFailed');
    await then();
    await mine.does(owner, 'RemediationDeclared');
    await then();
    await mine.does(inspector, 'InspectionStarted');
    await mine.does(inspector, 'FindingCleared');
    await passTheInspection(mine);
    await then();
    await satisfyTheRequirements(mine);
    await mine.does(licensing, 'RequirementsCertified');
    await then();
    const approvalId = await mine.requests(supervisor, 'ReopeningAuthorised');
    await mine.at('2018-12-06T02:30:00+08:00').does(secondSupervisor, 'ApprovalGranted', { approvalId });
    await then();

    expect(states).toEqual([
      'operating',
      'closed.awaitingInspection',
      'closed.inspecting',
      'closed.remediating',
      'closed.awaitingReinspection',
      'inspected',
      'licensed',
      'reopened',
    ]);
    const folded = await mine.now();
    expect(mayOperate(folded.value, folded.mine)).toBe(true);
    const [closure] = closuresOf(folded, '2019-01-01T00:00:00Z');
    expect(closure).toMatchObject({
      cycle: 1,
      ongoing: false,
      duration: 'P31DT2H30M',
      days: 31,
      notAllowedToRun: 'P31DT2H30M',
    });
    expect(closure?.closure).toMatchObject({ outcome: 'reopened', cause: 'order' });
  });

  test('every fact says who did it, from which office, when in the world, when on record, and what it did to the chart', async () => {
    const mine = await givenAMineThatIs('reopened');
    for (const fact of await mine.facts()) {
      expect(fact.actor).toMatchObject({
        id: expect.any(String),
        role: expect.any(String),
        office: expect.any(String),
      });
      expect(Date.parse(fact.occurredAt)).toBeLessThanOrEqual(Date.parse(fact.recordedAt));
      expect(fact.transition.to).toBeDefined();
      expect(fact).toMatchObject({
        procedure: { id: 'rectification', version: 1 },
        engineVersion: expect.any(String),
        commandId: expect.any(String),
      });
    }
    const last = (await mine.facts()).at(-1);
    expect(last).toMatchObject({
      type: 'ReopeningAuthorised',
      transition: { from: { operation: 'licensed' }, to: { operation: 'reopened' } },
    });
  });

  test('a second closure is cycle 2 and starts with nothing found, checked or satisfied', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'ClosureOrdered');
    await mine.does(inspector, 'InspectionStarted');
    await failTheInspectionAndRemedy(mine);
    await mine.does(inspector, 'InspectionStarted');
    await mine.does(inspector, 'FindingCleared');
    await passTheInspection(mine);
    await satisfyTheRequirements(mine);
    await mine.does(licensing, 'RequirementsCertified');
    await mine.does(supervisor, 'ReopeningAuthorised');
    await mine.does(owner, 'OperationResumed');
    await mine.does(inspector, 'ClosureOrdered');
    const { mine: second } = await mine.now();
    expect(second).toMatchObject({ cycle: 2, findings: {}, checks: {}, resumed: false, everReopened: true });
    expect(Object.values(second.requirements).map(({ status }) => status)).toEqual(['missing', 'missing', 'missing']);
    expect(second.inspections).toMatchObject({ running: null, failed: false });
    expect(second.earlierClosures).toMatchObject([{ cycle: 1, outcome: 'reopened' }]);
    expect(because(await mine.refuses(inspector, 'FindingRaised'))).toEqual(['no-such-step closed.awaitingInspection']);
    await mine.does(inspector, 'InspectionStarted');
    expect(because(await mine.refuses(inspector, 'FindingRaised', { findingId: 'F1' }))).toEqual(['id-taken F1']);
  });
});

describe('the order', () => {
  test('is served once; its service, not its date, starts the appeal clock', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'OrderServed');
    expect(because(await mine.refuses(inspector, 'OrderServed'))).toEqual(['order-already-served']);
  });

  test('which says when it was served counts as served', async () => {
    const mine = await givenAMine();
    await mine.does(inspector, 'ClosureOrdered', { servedAt: '2018-11-01T01:00:00Z' });
    expect((await mine.now()).mine.closure?.served).toMatchObject({ servedAt: '2018-11-01T01:00:00Z' });
    expect(because(await mine.refuses(inspector, 'OrderServed'))).toEqual(['order-already-served']);
  });

  test('cannot have been served in the future', async () => {
    const mine = await givenAMine();
    const servedAt = '2018-11-05T00:00:01Z';
    mine.at('2018-11-05T00:00:00Z');
    expect(because(await mine.refuses(supervisor, 'ClosureOrdered', { servedAt }))).toEqual(['served-in-the-future']);
    await mine.at('2018-11-04T00:00:00Z').does(supervisor, 'ClosureOrdered');
    mine.at('2018-11-05T00:00:00Z');
    expect(because(await mine.refuses(inspector, 'OrderServed', { servedAt }))).toEqual(['served-in-the-future']);
    await mine.does(inspector, 'OrderServed', { servedAt });
  });

  test('cannot close a mine that is shut already', async () => {
    for (const place of ['closed', 'inspecting', 'inspected', 'licensed'] as const) {
      const mine = await givenAMineThatIs(place);
      expect(await mine.refuses(supervisor, 'ClosureOrdered')).toMatchObject({ code: 'illegal-transition' });
    }
  });

  test('withdrawn lets a mine run again as before: operating if never reopened, reopened if ever', async () => {
    const never = await givenAMineThatIs('inspected');
    await never.does(supervisor, 'ClosureWithdrawn');
    expect(await never.state()).toBe('operating');
    const ever = await givenAMineThatIs('reopened');
    await onTheWayTo(ever, 'inspecting');
    await ever.does(inspector, 'FindingRaised');
    await ever.does(owner, 'LiftRequested');
    await ever.does(supervisor, 'ClosureWithdrawn');
    expect(await ever.state()).toBe('reopened');
    const { mine } = await ever.now();
    expect(mine).toMatchObject({ cycle: 2, liftRequest: null, inspections: { running: null } });
    expect(openFindings(mine.findings)).toEqual([]);
    expect(mine.closure).toMatchObject({ outcome: 'withdrawn' });
  });
});

describe('an inspection', () => {
  test('fails only with an open finding and passes only with none and every check passed or not applicable', async () => {
    const mine = await givenAMineThatIs('inspecting');
    expect(because(await mine.refuses(inspector, 'InspectionFailed'))).toEqual(['no-open-finding']);
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'CheckRecorded', { check: 'TAX', outcome: 'fail' });
    await mine.does(inspector, 'CheckRecorded', { check: 'REAL_NAME_PRODUCERS', outcome: 'not-applicable' });
    expect(because(await mine.refuses(inspector, 'InspectionPassed'))).toEqual([
      'finding-open F1',
      'check-failed TAX',
      'check-missing REAL_NAME_CUSTOMERS',
    ]);
  });

  test('needs two inspectors where their number is stated', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(because(await mine.refuses(inspector, 'InspectionStarted', { inspectorsPresent: 1 }))).toEqual([
      'too-few-inspectors 2',
    ]);
    await mine.does(inspector, 'InspectionStarted', { inspectorsPresent: 2 });
  });

  test('abandoned returns to where it started: the first to awaiting inspection, a later one to awaiting re-inspection', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'InspectionAbandoned');
    expect(await mine.state()).toBe('closed.awaitingInspection');
    await mine.does(inspector, 'InspectionStarted');
    await failTheInspectionAndRemedy(mine);
    await mine.does(inspector, 'InspectionStarted');
    await mine.does(inspector, 'InspectionAbandoned');
    expect(await mine.state()).toBe('closed.awaitingReinspection');
  });

  test('clears findings only as a re-inspection, for an inspector alone', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised');
    expect(because(await mine.refuses(inspector, 'FindingCleared'))).toEqual(['not-a-reinspection']);
    expect(await mine.refuses(owner, 'FindingCleared')).toMatchObject({ code: 'forbidden', who: ['inspector'] });
  });

  test('never uses an id again, not even one that was only scheduled', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'InspectionScheduled', { inspectionId: 'I1' });
    await mine.does(inspector, 'InspectionScheduled', { inspectionId: 'I2' });
    expect(because(await mine.refuses(inspector, 'InspectionScheduled', { inspectionId: 'I1' }))).toEqual([
      'id-taken I1',
    ]);
    await mine.does(inspector, 'InspectionScheduled', { inspectionId: 'I2', scheduledFor: '2019-01-07' });
    await mine.does(inspector, 'InspectionStarted', { inspectionId: 'I2' });
    await mine.does(inspector, 'InspectionAbandoned');
    expect(because(await mine.refuses(inspector, 'InspectionStarted', { inspectionId: 'I2' }))).toEqual([
      'id-taken I2',
    ]);
  });

  test('keeps no file of a real-name check, only a reference number', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const document = { name: 'names.xlsx', sha256: 'b'.repeat(64) };
    expect(because(await mine.refuses(inspector, 'CheckRecorded', { check: 'REAL_NAME_PRODUCERS', document }))).toEqual(
      ['check-takes-no-file REAL_NAME_PRODUCERS'],
    );
    await mine.does(inspector, 'CheckRecorded', {
      check: 'REAL_NAME_PRODUCERS',
      referenceNumber: 'PS-77',
      heldBy: 'public security',
    });
  });
});

describe('remediation', () => {
  test('is declared with evidence for exactly the open findings', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'InspectionFailed');
    const document = { name: 'proof.pdf', sha256: 'c'.repeat(64) };
    const evidence = ['F1', 'F1', 'F9'].map((findingId) => ({ findingId, document }));
    expect(because(await mine.refuses(owner, 'RemediationDeclared', { evidence }))).toEqual([
      'evidence-missing F2',
      'evidence-twice F1',
      'finding-not-open F9',
    ]);
  });

  test('gets more time only to a later day; the original due day is kept', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised', { dueOn: '2018-12-01' });
    await mine.does(inspector, 'InspectionFailed');
    expect(because(await mine.refuses(supervisor, 'RemediationExtended', { dueOn: '2018-12-01' }))).toEqual([
      'not-later F1',
    ]);
    await mine.does(owner, 'ExtensionRequested', { dueOn: '2018-12-20' });
    expect(because(await mine.refuses(owner, 'ExtensionRequested', { dueOn: '2018-12-21' }))).toEqual([
      'extension-request-pending F1',
    ]);
    await mine.does(supervisor, 'RemediationExtended', { dueOn: '2018-12-15' });
    const { mine: after } = await mine.now();
    expect(after.findings.F1).toMatchObject({ dueOn: '2018-12-15', originalDueOn: '2018-12-01' });
    expect(after.extensionRequests).toEqual({});
    expect(because(await mine.refuses(supervisor, 'ExtensionRefused', { findingId: 'F1' }))).toEqual([
      'no-extension-request',
    ]);
  });
});

test('a request to lift the closure is pending once, is refused once, and ends with the cycle', async () => {
  const mine = await givenAMineThatIs('closed');
  expect(because(await mine.refuses(supervisor, 'LiftRefused'))).toEqual(['no-lift-request']);
  await mine.does(owner, 'LiftRequested');
  expect(because(await mine.refuses(owner, 'LiftRequested'))).toEqual(['lift-request-pending']);
  await mine.does(supervisor, 'LiftRefused');
  await mine.does(owner, 'LiftRequested');
  await mine.does(supervisor, 'ClosureWithdrawn');
  expect((await mine.now()).mine.liftRequest).toBeNull();
});

test('operation resumes once after each closure, and never before the first', async () => {
  const mine = await givenAMine();
  expect(because(await mine.refuses(owner, 'OperationResumed'))).toEqual(['never-closed']);
  await onTheWayTo(mine, 'closed');
  expect(because(await mine.refuses(owner, 'OperationResumed'))).toEqual(['may-not-operate']);
  await mine.does(supervisor, 'ClosureWithdrawn');
  await mine.does(owner, 'OperationResumed');
  expect(because(await mine.refuses(owner, 'OperationResumed'))).toEqual(['already-resumed']);
});
