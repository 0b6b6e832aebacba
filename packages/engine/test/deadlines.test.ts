import { describe, expect, test } from '@jest/globals';
import {
  type Deadline,
  deadlinesOf,
  defaultProcedure,
  endingsOf,
  isOverdue,
  nextDeadline,
  type Procedure,
} from '../src/index.ts';
import type { MineUnderTest } from './given.ts';
import {
  because,
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
  publishes,
  reviewer,
  supervisor,
  system,
} from './given.ts';

async function due(mine: MineUnderTest, rule: Deadline['rule']): Promise<readonly Deadline[]> {
  return deadlinesOf(await mine.now()).filter((deadline) => deadline.rule === rule);
}

describe('a deadline binds the authority', () => {
  test('to serve the order within 3 days and inspect within 14', async () => {
    const mine = await givenAMine();
    await mine
      .at('2018-11-05T23:59:00+08:00')
      .does(inspector, 'ClosureOrdered', {}, { occurredAt: '2018-11-05T00:00:00+08:00' });
    expect(await due(mine, 'service')).toMatchObject([{ dueOn: '2018-11-08', party: 'authority', office: 'tax' }]);
    expect(await due(mine, 'first-inspection')).toMatchObject([
      { dueOn: '2018-11-19', party: 'authority', office: 'tax' },
    ]);
    await mine.does(inspector, 'OrderServed');
    expect(await due(mine, 'service')).toEqual([]);
    await mine.does(inspector, 'InspectionStarted');
    expect(await due(mine, 'first-inspection')).toEqual([]);
  });

  test('to inspect again within 14 days of the owner declaring the findings made good', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised');
    await mine.does(inspector, 'InspectionFailed');
    await mine.at('2018-11-10T12:00:00+08:00').does(owner, 'RemediationDeclared');
    expect(await due(mine, 're-inspection')).toMatchObject([{ dueOn: '2018-11-24', party: 'authority' }]);
  });

  test('to answer evidence, requests for more time or a lift, and to decide on reopening', async () => {
    const mine = await givenAMineThatIs('licensed');
    expect(await due(mine, 'reopening-decision')).toMatchObject([{ dueOn: '2018-11-15', office: 'energy' }]);
    await mine.at('2018-11-10T12:00:00+08:00').does(owner, 'LiftRequested');
    expect(await due(mine, 'lift-decision')).toMatchObject([{ dueOn: '2018-11-24', office: 'energy' }]);
    const inspected = await givenAMineThatIs('inspected');
    await inspected.does(owner, 'EvidenceSubmitted', { requirement: 'SOCIAL_SECURITY' });
    expect(await due(inspected, 'evidence-answer')).toMatchObject([
      { dueOn: '2018-11-15', office: 'social-security', subject: 'SOCIAL_SECURITY' },
    ]);
    const remediating = await givenAMineThatIs('inspecting');
    await remediating.does(inspector, 'FindingRaised');
    await remediating.does(owner, 'ExtensionRequested');
    expect(await due(remediating, 'extension-answer')).toMatchObject([{ dueOn: '2018-11-08', subject: 'F1' }]);
  });

  test('to decide every pending appeal, those of earlier cycles and of decommissioned mines too', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.does(owner, 'StayRequested');
    expect(await due(mine, 'appeal-decision')).toMatchObject([
      { dueOn: '2018-12-31', office: 'review', subject: 'A1' },
    ]);
    expect(await due(mine, 'stay-answer')).toMatchObject([{ dueOn: '2018-11-08', subject: 'A1' }]);
    await mine.does(supervisor, 'ClosureWithdrawn');
    expect(await due(mine, 'stay-answer')).toEqual([]);
    await onTheWayTo(mine, 'closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A2' });
    expect((await due(mine, 'appeal-decision')).map(({ subject }) => subject)).toEqual(['A1', 'A2']);
    await mine.does(supervisor, 'MineDecommissioned');
    expect((await due(mine, 'appeal-decision')).map(({ subject }) => subject)).toEqual(['A1', 'A2']);
    await mine.does(reviewer, 'AppealDecided', { appealId: 'A1', decision: 'upheld' });
    expect((await due(mine, 'appeal-decision')).map(({ subject }) => subject)).toEqual(['A2']);
  });
});

describe('a clock', () => {
  test('for the inspection of a new site begins with the move, in the same cycle and in a new one', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'RelocationStarted');
    await mine.at('2018-11-20T12:00:00+08:00').does(inspector, 'RelocationCompleted');
    expect(await due(mine, 'first-inspection')).toMatchObject([
      { dueOn: '2018-12-04', started: { type: 'RelocationCompleted', at: '2018-11-20T04:00:00.000Z' }, cycle: 1 },
    ]);
    await mine.at('2018-11-25T12:00:00+08:00').does(supervisor, 'ClosureWithdrawn');
    expect(await due(mine, 'first-inspection')).toMatchObject([
      { dueOn: '2018-12-09', started: { type: 'ClosureWithdrawn' }, cycle: 2 },
    ]);
  });

  test('for an answer to evidence runs from the first that was not answered, however much follows', async () => {
    const mine = await givenAMineThatIs('inspected');
    const sends = () => mine.does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES' });
    await sends();
    const [first] = await due(mine, 'evidence-answer');
    mine.at('2018-11-10T12:00:00+08:00');
    await sends();
    expect(await due(mine, 'evidence-answer')).toEqual([first]);
    await mine.does(licensing, 'RequirementReturned');
    await sends();
    expect(await due(mine, 'evidence-answer')).toMatchObject([{ dueOn: '2018-11-24' }]);
  });

  test('for an abandoned inspection goes on from where it began', async () => {
    const mine = await givenAMineThatIs('closed');
    const before = await due(mine, 'first-inspection');
    await mine.at('2018-11-10T12:00:00+08:00').does(inspector, 'InspectionStarted');
    await mine.does(inspector, 'InspectionAbandoned');
    expect(await due(mine, 'first-inspection')).toEqual(before);
  });

  test('for an appeal is stopped by an appeal against the order alone', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(owner, 'AppealLodged', { against: 'direction' });
    expect(await due(mine, 'appeal')).toHaveLength(1);
  });
});

describe('what the procedure says of deadlines', () => {
  const procedureThat = (changes: Partial<Procedure>): Procedure => ({ ...defaultProcedure, id: 'other', ...changes });
  const deadlinesThat = (changes: Partial<Procedure['deadlines']>) =>
    procedureThat({ deadlines: { ...defaultProcedure.deadlines, ...changes } });

  async function givenClosedUnder(procedure: Procedure, since: string): Promise<MineUnderTest> {
    const mine = await givenAMine({ since });
    await publishes(mine, procedure, since);
    await mine.does(inspector, 'ClosureOrdered');
    return mine;
  }

  test('is how long they run, in which days, and whose they are', async () => {
    const procedure = deadlinesThat({ 'first-inspection': { days: 7, count: 'working', responsible: 'power' } });
    const mine = await givenClosedUnder(procedure, '2018-09-20T12:00:00+08:00');
    expect(await due(mine, 'first-inspection')).toMatchObject([
      { dueOn: '2018-09-30', dueAt: '2018-09-30T23:59:59.999+08:00', office: 'power' },
    ]);
  });

  test('leaves a due day in calendar days where it falls, on a holiday too', async () => {
    const mine = await givenClosedUnder(defaultProcedure, '2018-09-20T12:00:00+08:00');
    expect(await due(mine, 'first-inspection')).toMatchObject([{ dueOn: '2018-10-04' }]);
  });

  test('counts from the day in its zone on which a clock began, and ends with that day in its zone', async () => {
    const mine = await givenClosedUnder(
      procedureThat({ zone: 'America/New_York', calendar: { base: 'weekdays', years: [] } }),
      '2018-11-02T03:30:00Z', // still the evening of the 1st in New York
    );
    // Over the end of summer time: the last day has 23:59:59.999 an hour later by the world's clock.
    expect(await due(mine, 'first-inspection')).toMatchObject([
      { dueOn: '2018-11-15', dueAt: '2018-11-15T23:59:59.999-05:00' },
    ]);
  });

  test('gives no day where a year without calendar decides it: it says so, is never overdue, and stops nothing', async () => {
    const working = deadlinesThat({ 'first-inspection': { days: 7, count: 'working', responsible: 'inspection' } });
    const mine = await givenClosedUnder(working, '2026-12-28T12:00:00+08:00');
    const [inspection] = await due(mine, 'first-inspection');
    expect(inspection).toMatchObject({ dueOn: null, dueAt: null, undated: { code: 'uncovered-year', year: 2027 } });
    expect(inspection && isOverdue(inspection, '2036-01-01T00:00:00Z')).toBe(false);
    expect(nextDeadline(deadlinesOf(await mine.now()))).toBeNull();
    await mine.does(inspector, 'InspectionStarted');
    expect(await mine.state()).toBe('closed.inspecting');
  });

  test('can cover that year itself, and a migrated cycle then has its day', async () => {
    const working = deadlinesThat({ 'first-inspection': { days: 7, count: 'working', responsible: 'inspection' } });
    const mine = await givenClosedUnder(working, '2026-12-28T12:00:00+08:00');
    const years = [{ year: 2027, holidays: ['2027-01-01'], makeUpDays: ['2027-01-03'] }];
    await publishes(mine, { ...working, version: 2, calendar: { base: 'china', years } }, '2026-12-29T00:00:00+08:00');
    await mine.does(supervisor, 'ProcedureMigrated', { procedure: 'other@2' });
    // 29, 30, 31 December, Sunday 3 January worked, 4, 5, 6 January.
    expect(await due(mine, 'first-inspection')).toMatchObject([{ dueOn: '2027-01-06', undated: null }]);
  });
});

describe('what ends soon', () => {
  const endings = async (mine: MineUnderTest, at: string) => endingsOf((await mine.now()).mine, at);

  test('is announced 60 days before its last day, up to that day, and is nobody’s debt', async () => {
    const mine = await givenAMine();
    await mine.does(licensing, 'LicenceGranted', { validUntil: '2019-01-31' });
    expect(await endings(mine, '2018-12-01T15:59:59Z')).toEqual([]);
    expect(await endings(mine, '2018-12-01T16:00:00Z')).toEqual([
      { what: 'licence', subject: 'L1', lastDay: '2019-01-31', daysLeft: 60, warning: 60 },
    ]);
    expect(await endings(mine, '2019-01-31T15:59:59Z')).toMatchObject([{ daysLeft: 0, warning: 0 }]);
    expect(await endings(mine, '2019-01-31T16:00:00Z')).toEqual([]);
    expect(deadlinesOf(await mine.now())).toEqual([]);
  });

  test('is not a licence that another of its kind outlasts; a waiver is', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1', validUntil: '2018-12-31' });
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L2' });
    await mine.does(supervisor, 'RequirementWaived', { requirement: 'LICENCES', expiresOn: '2018-11-30' });
    expect(await endings(mine, '2018-11-20T00:00:00Z')).toEqual([
      { what: 'requirement', subject: 'LICENCES', lastDay: '2018-11-30', daysLeft: 10, warning: 60 },
    ]);
  });
});

describe('a deadline binds the owner', () => {
  test('to make good each open finding; both the original and the latest due day are kept', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised', { dueOn: '2018-11-30' });
    await mine.does(inspector, 'InspectionFailed');
    await mine.does(supervisor, 'RemediationExtended', { dueOn: '2018-12-10' });
    expect(await due(mine, 'remediation')).toMatchObject([
      { dueOn: '2018-12-10', originalDueOn: '2018-11-30', party: 'owner', subject: 'F1' },
    ]);
  });

  test('to sign a letter and comply with a direction, until they do', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(inspector, 'GuaranteeLetterDemanded', { dueOn: '2018-11-20' });
    await mine.does(supervisor, 'PowerDirectionIssued', { dueOn: '2018-11-21' });
    expect(await due(mine, 'letter')).toMatchObject([{ dueOn: '2018-11-20', subject: 'G1' }]);
    expect(await due(mine, 'direction')).toMatchObject([{ dueOn: '2018-11-21', subject: 'P1' }]);
    await mine.does(owner, 'GuaranteeLetterSigned');
    await mine.does(owner, 'PowerCurtailed');
    expect([...(await due(mine, 'letter')), ...(await due(mine, 'direction'))]).toEqual([]);
  });

  test('who may appeal for 30 days from the service of the order, or while that is missing from the order', async () => {
    const mine = await givenAMine();
    await mine
      .at('2018-11-05T12:00:00+08:00')
      .does(inspector, 'ClosureOrdered', {}, { occurredAt: '2018-11-05T12:00:00+08:00' });
    expect(await due(mine, 'appeal')).toMatchObject([{ dueOn: '2018-12-05', party: 'owner' }]);
    mine.at('2018-11-06T12:00:00+08:00');
    await mine.does(inspector, 'OrderServed', { servedAt: '2018-11-05T23:30:00Z' });
    expect(await due(mine, 'appeal')).toMatchObject([{ dueOn: '2018-12-06' }]);
    await mine.at('2019-03-01T00:00:00Z').does(owner, 'AppealLodged'); // late, yet accepted
    expect(await due(mine, 'appeal')).toEqual([]);
  });
});

test('the due day counts wholly, in Shanghai', async () => {
  const mine = await givenAMineThatIs('closed');
  const [inspection] = await due(mine, 'first-inspection');
  expect(inspection?.dueOn).toBe('2018-11-15');
  const overdue = (at: string) => inspection && isOverdue(inspection, at);
  expect(overdue('2018-11-15T15:59:59.999Z')).toBe(false);
  expect(overdue('2018-11-15T16:00:00Z')).toBe(true);
});

test('a passed deadline is put on record by the system alone, once, and changes nothing else', async () => {
  const mine = await givenAMineThatIs('closed');
  const before = await mine.now();
  expect(await mine.refuses(supervisor, 'DeadlinePassed')).toMatchObject({ code: 'forbidden', who: ['system'] });
  await mine
    .at('2020-01-01T00:00:00Z')
    .does(system, 'DeadlinePassed', { rule: 'first-inspection', dueOn: '2018-11-15', who: 'tax' });
  const { value, mine: after } = await mine.now();
  const passed = [expect.objectContaining({ rule: 'first-inspection', dueOn: '2018-11-15', who: 'tax', cycle: 1 })];
  expect({ value, mine: after }).toEqual({ value: before.value, mine: { ...before.mine, passed } });
  const again = await mine.refuses(system, 'DeadlinePassed', { rule: 'first-inspection', dueOn: '2018-11-15' });
  expect(because(again)).toEqual(['already-passed first-inspection']);
});

test('the next deadline is what somebody must do soonest: neither the right to appeal nor the service of the order', async () => {
  const mine = await givenAMineThatIs('closed');
  expect(nextDeadline(deadlinesOf(await mine.now()))).toMatchObject({ rule: 'first-inspection' });
  await mine.does(supervisor, 'PowerDirectionIssued', { dueOn: '2018-11-10' });
  expect(nextDeadline(deadlinesOf(await mine.now()))).toMatchObject({ rule: 'direction' });
});

test('a running mine with nothing asked of it has no deadlines', async () => {
  const mine = await givenAMine();
  expect(deadlinesOf(await mine.now())).toEqual([]);
  await mine.does(licensing, 'LicenceGranted');
  expect(nextDeadline(deadlinesOf(await mine.now()))).toBeNull();
});
