import { expect, test } from '@jest/globals';
import { type Deadline, daysLate, deadlinesOf, endingsOf } from '../src/index.ts';
import {
  givenAMine,
  givenAMineThatIs,
  inspector,
  licensing,
  type MineUnderTest,
  owner,
  supervisor,
  system,
} from './given.ts';

async function the(rule: Deadline['rule'], mine: MineUnderTest): Promise<Deadline | undefined> {
  return deadlinesOf(await mine.now()).find((deadline) => deadline.rule === rule);
}

test('an inspection due on 19 November is 4 days late on the 23rd, and not late on its day', () => {
  const late = (at: string, dueOn: string | null = '2018-11-19') => daysLate({ dueOn }, at, 'Asia/Shanghai');
  expect(late('2018-11-23T12:00:00+08:00')).toBe(4);
  expect(late('2018-11-20T00:00:00+08:00')).toBe(1);
  expect(late('2018-11-19T23:59:59+08:00')).toBe(0);
  expect(late('2018-11-01T00:00:00+08:00')).toBe(0);
  expect(late('2036-01-01T00:00:00+08:00', null)).toBe(0);
});

test('the time to appeal begins with the order, or with its service where that came later', async () => {
  const mine = await givenAMineThatIs('closed');
  const since = (await mine.now()).mine.closure?.since;
  expect(await the('appeal', mine)).toMatchObject({ started: { type: 'ClosureOrdered', at: since } });
  const servedAt = '2018-11-05T10:00:00+08:00';
  await mine.at('2018-11-06T10:00:00+08:00').does(inspector, 'OrderServed', { servedAt });
  expect(await the('appeal', mine)).toMatchObject({ started: { type: 'OrderServed', at: servedAt } });
  const atOnce = await givenAMine();
  await atOnce.at('2018-11-06T10:00:00+08:00').does(inspector, 'ClosureOrdered', { servedAt });
  expect(await the('appeal', atOnce)).toMatchObject({ started: { type: 'ClosureOrdered', at: servedAt } });
});

test('the decision on reopening is due from the licence on, whatever is asked of the owner meanwhile', async () => {
  const mine = await givenAMineThatIs('licensed');
  const due = await the('reopening-decision', mine);
  expect(due).toMatchObject({ dueOn: '2018-11-15', started: { type: 'RequirementsCertified' } });
  await mine.at('2018-11-10T10:00:00+08:00').does(inspector, 'GuaranteeLetterDemanded');
  await mine.does(owner, 'GuaranteeLetterSigned');
  expect(await the('reopening-decision', mine)).toEqual(due);
});

test('of licences and requirements those end soon that are in force and that no other of their kind outlasts, soonest first', async () => {
  const mine = await givenAMineThatIs('inspected');
  const grants = (licenceId: string, kind: string, validUntil?: string) =>
    mine.does(licensing, 'LicenceGranted', { licenceId, kind, validUntil });
  await grants('L1', 'power', '2018-12-20');
  await grants('L2', 'water', '2018-12-10');
  await grants('L3', 'water', '2018-12-15');
  await grants('L4', 'land');
  await grants('L5', 'building', '2018-12-05');
  await mine.does(licensing, 'LicenceSuspended', { licenceId: 'L5' });
  const satisfies = (requirement: string, validUntil?: string) =>
    mine.does(licensing, 'RequirementSatisfied', { requirement, validUntil });
  await satisfies('POWER_SUPPLY_PROCEDURE', '2018-12-01');
  await satisfies('SOCIAL_SECURITY', '2018-12-02');
  await mine.does(system, 'RequirementLapsed', { requirement: 'SOCIAL_SECURITY' });
  await satisfies('LICENCES');
  const soon = async () =>
    endingsOf((await mine.now()).mine, '2018-11-25T00:00:00Z').map(({ subject, daysLeft }) => `${subject} ${daysLeft}`);
  expect(await soon()).toEqual(['POWER_SUPPLY_PROCEDURE 6', 'L3 20', 'L1 25']);
  await mine.does(supervisor, 'MineDecommissioned');
  expect(await soon()).toEqual([]);
});
