import { describe, expect, test } from '@jest/globals';
import { mayOperate } from '../src/index.ts';
import type { MineUnderTest } from './given.ts';
import { because, givenAMine, givenAMineThatIs, inspector, owner, supervisor } from './given.ts';

async function power(mine: MineUnderTest) {
  return (await mine.now()).value.power;
}

async function mayRun(mine: MineUnderTest) {
  const { value, mine: remembered } = await mine.now();
  return mayOperate(value, remembered);
}

describe('a power direction', () => {
  test('allows at most its cap, in its unit', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued', { cap: { amount: 5, unit: 'MW' } });
    const to = (amount: number, unit: string) => mine.refuses(owner, 'PowerCurtailed', { to: { amount, unit } });
    expect(because(await to(5.001, 'MW'))).toEqual(['above-cap']);
    expect(because(await to(5000, 'kW'))).toEqual(['other-unit']);
    await mine.does(owner, 'PowerCurtailed', { to: { amount: 5, unit: 'MW' } });
    expect(await power(mine)).toBe('curtailed');
  });

  test('that leaves only relocation cannot be met by curtailing', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued', { alternatives: ['relocate'] });
    expect(because(await mine.refuses(owner, 'PowerCurtailed'))).toEqual(['curtailing-not-offered']);
  });

  test('is one at a time; another may replace it once it is curtailed', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P1' });
    expect(await mine.refuses(supervisor, 'PowerDirectionIssued')).toMatchObject({ code: 'illegal-transition' });
    await mine.does(owner, 'PowerCurtailed');
    expect(because(await mine.refuses(supervisor, 'PowerDirectionIssued', { directionId: 'P1' }))).toEqual([
      'id-taken P1',
    ]);
    await mine.does(supervisor, 'PowerDirectionIssued', { directionId: 'P2' });
    expect(await power(mine)).toBe('ordered');
    expect(because(await mine.refuses(supervisor, 'PowerDirectionWithdrawn', { directionId: 'P1' }))).toEqual([
      'not-the-direction P1',
    ]);
  });

  test('breached sends a curtailed mine back to ordered, and its verification is void', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(inspector, 'PowerDirectionBreached');
    expect(await power(mine)).toBe('ordered');
    await mine.does(owner, 'PowerCurtailed');
    await mine.does(inspector, 'CurtailmentVerified');
    await mine.does(inspector, 'PowerDirectionBreached');
    expect(await power(mine)).toBe('ordered');
    expect((await mine.now()).mine.power.direction).toMatchObject({ curtailedTo: null, verifiedAt: null });
  });

  test('ends when it is withdrawn or its curtailment is ended', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    expect(await power(mine)).toBe('none');
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(owner, 'PowerCurtailed');
    await mine.does(supervisor, 'CurtailmentEnded');
    expect(await power(mine)).toBe('none');
  });

  test('blocks reopening until it is withdrawn, or curtailment was verified', async () => {
    const mine = await givenAMineThatIs('licensed');
    const whyNot = async () => because(await mine.refuses(supervisor, 'ReopeningAuthorised'));
    await mine.does(supervisor, 'PowerDirectionIssued');
    expect(await whyNot()).toEqual(['direction-unmet P1']);
    await mine.does(owner, 'PowerCurtailed');
    expect(await whyNot()).toEqual(['curtailment-unverified P1']);
    await mine.does(inspector, 'CurtailmentVerified');
    await mine.does(supervisor, 'ReopeningAuthorised');
    expect(await power(mine)).toBe('curtailed');
  });

  test('withdrawn no longer blocks reopening', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    await mine.does(supervisor, 'ReopeningAuthorised');
  });
});

describe('a relocation', () => {
  test('starts from any place of the power region and returns there when abandoned', async () => {
    const mine = await givenAMine();
    const leaveAndReturn = async () => {
      const from = await power(mine);
      await mine.does(owner, 'RelocationStarted');
      expect(await mayRun(mine)).toBe(false);
      await mine.does(owner, 'RelocationAbandoned');
      expect(await power(mine)).toBe(from);
      expect(await mayRun(mine)).toBe(true);
      return from;
    };
    expect(await leaveAndReturn()).toBe('none');
    await mine.does(supervisor, 'PowerDirectionIssued');
    expect(await leaveAndReturn()).toBe('ordered');
    await mine.does(owner, 'PowerCurtailed');
    expect(await leaveAndReturn()).toBe('curtailed');
    expect((await mine.now()).mine.power.direction).toMatchObject({ curtailedTo: { amount: 5, unit: 'MW' } });
  });

  test('returns to no direction if that was withdrawn meanwhile', async () => {
    const mine = await givenAMine();
    await mine.does(supervisor, 'PowerDirectionIssued');
    await mine.does(owner, 'RelocationStarted', { directionId: 'P1' });
    await mine.does(supervisor, 'PowerDirectionWithdrawn');
    expect(await power(mine)).toBe('relocating');
    expect(because(await mine.refuses(supervisor, 'PowerDirectionWithdrawn'))).toContain('no-direction');
    await mine.does(owner, 'RelocationAbandoned');
    expect(await power(mine)).toBe('none');
  });

  test('under way blocks reopening', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(owner, 'RelocationStarted');
    expect(because(await mine.refuses(supervisor, 'ReopeningAuthorised'))).toEqual(['relocating']);
  });

  test('for a direction names the one in force', async () => {
    const mine = await givenAMine();
    expect(because(await mine.refuses(owner, 'RelocationStarted', { directionId: 'P1' }))).toEqual([
      'not-the-direction P1',
    ]);
  });
});

test('nothing about power is left to a decommissioned mine', async () => {
  const mine = await givenAMine();
  await mine.does(supervisor, 'PowerDirectionIssued');
  await mine.does(owner, 'RelocationStarted');
  await mine.does(supervisor, 'MineDecommissioned');
  expect(await power(mine)).toBe('none');
  expect(await mine.refuses(owner, 'RelocationStarted')).toMatchObject({ code: 'illegal-transition' });
  expect(await mine.refuses(supervisor, 'PowerDirectionIssued')).toMatchObject({ code: 'illegal-transition' });
});
