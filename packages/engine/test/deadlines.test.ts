import { describe, expect, test } from '@jest/globals';
import { type Deadline, deadlinesOf, isOverdue, nextDeadline } from '../src/index.ts';
import type { MineUnderTest } from './given.ts';
import {
  because,
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
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
