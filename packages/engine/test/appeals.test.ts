import { describe, expect, test } from '@jest/globals';
import { closuresOf, mayOperate } from '../src/index.ts';
import type { MineUnderTest } from './given.ts';
import { because, givenAMine, givenAMineThatIs, inspector, onTheWayTo, owner, reviewer, supervisor } from './given.ts';

async function appeal(mine: MineUnderTest) {
  return (await mine.now()).value.appeal;
}

async function mayRun(mine: MineUnderTest) {
  const { value, mine: remembered } = await mine.now();
  return mayOperate(value, remembered);
}

describe('an appeal', () => {
  test('needs a closing order, in this cycle, now or before', async () => {
    const mine = await givenAMine();
    expect(because(await mine.refuses(owner, 'AppealLodged'))).toEqual(['no-order']);
    await onTheWayTo(mine, 'closed');
    await mine.does(supervisor, 'ClosureWithdrawn');
    await mine.does(owner, 'AppealLodged');
    expect(await appeal(mine)).toBe('lodged.unstayed');
  });

  test('is one at a time in a cycle; a next one after it was upheld, varied or withdrawn is marked repeated', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    expect(await mine.refuses(owner, 'AppealLodged')).toMatchObject({ code: 'illegal-transition' });
    await mine.does(reviewer, 'AppealDecided', { decision: 'upheld' });
    await mine.does(owner, 'AppealLodged', { appealId: 'A2' });
    await mine.does(reviewer, 'AppealDecided', { decision: 'varied' });
    await mine.does(owner, 'AppealLodged', { appealId: 'A3' });
    await mine.does(owner, 'AppealWithdrawn');
    await mine.does(owner, 'AppealLodged', { appealId: 'A4' });
    expect((await mine.now()).mine.appeals).toMatchObject([
      { appealId: 'A1', repeated: false, status: 'upheld' },
      { appealId: 'A2', repeated: true, status: 'varied' },
      { appealId: 'A3', repeated: true, status: 'withdrawn' },
      { appealId: 'A4', repeated: true, status: 'pending' },
    ]);
  });

  test('after one that succeeded against something else is not marked repeated', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { against: 'letter' });
    await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    expect(await mine.state()).toBe('closed.awaitingInspection');
    await mine.does(owner, 'AppealLodged');
    expect((await mine.now()).mine.appeals.at(-1)).toMatchObject({ against: 'order', repeated: false });
  });

  test('upheld or varied leaves operation as it is', async () => {
    for (const decision of ['upheld', 'varied'] as const) {
      const mine = await givenAMineThatIs('inspecting');
      await mine.does(owner, 'AppealLodged');
      const stored = await mine.does(reviewer, 'AppealDecided', { decision });
      expect(stored.map(({ type }) => type)).toEqual(['AppealDecided']);
      expect(await mine.state()).toBe('closed.inspecting');
      expect((await mine.now()).mine.closure).toMatchObject({ appealOutcome: decision, until: null });
    }
  });

  test('quashed ends the closure in the same append; nobody sends that', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    for (const who of [supervisor, reviewer, inspector]) {
      expect(await mine.refuses(who, 'ClosureQuashed', { appealId: 'A1' })).toMatchObject({
        code: 'forbidden',
        who: [],
      });
    }
    const stored = await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    expect(stored).toMatchObject([
      { type: 'AppealDecided', transition: { to: { appeal: 'none', operation: 'closed.inspecting' } } },
      {
        type: 'ClosureQuashed',
        data: { appealId: 'A1' },
        causationId: stored[0]?.eventId,
        transition: { to: { operation: 'operating' } },
      },
    ]);
    expect(stored[1]?.revision).toBe((stored[0]?.revision ?? 0) + 1);
    expect((await mine.now()).mine.closure).toMatchObject({ outcome: 'quashed', appealOutcome: 'quashed' });
    expect(because(await mine.refuses(owner, 'AppealLodged'))).toEqual(['already-quashed']);
  });

  test('quashed on a mine that was ever reopened leads back to reopened', async () => {
    const mine = await givenAMineThatIs('reopened');
    await onTheWayTo(mine, 'closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    expect(await mine.state()).toBe('reopened');
  });

  test('quashed after the closure ended otherwise is shown with it and changes nothing else', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(supervisor, 'ReopeningAuthorised');
    const stored = await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    expect(stored.map(({ type }) => type)).toEqual(['AppealDecided']);
    expect((await mine.now()).mine.closure).toMatchObject({ outcome: 'reopened', appealOutcome: 'quashed' });
    expect(await mine.state()).toBe('reopened');
  });

  test('of an earlier cycle, decided later, counts for that cycle alone', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.does(supervisor, 'ReopeningAuthorised');
    await onTheWayTo(mine, 'closed');
    expect(await appeal(mine)).toBe('none');
    await mine.does(owner, 'AppealLodged', { appealId: 'A2' });
    await mine.does(reviewer, 'AppealDecided', { appealId: 'A1', decision: 'quashed' });
    const { value, mine: after } = await mine.now();
    expect(value).toMatchObject({ operation: 'closed.awaitingInspection', appeal: 'lodged.unstayed' });
    expect(after).toMatchObject({
      closure: { cycle: 2, appealOutcome: null },
      earlierClosures: [{ cycle: 1, outcome: 'reopened', appealOutcome: 'quashed' }],
    });
    await mine.does(owner, 'AppealWithdrawn', { appealId: 'A2' });
    expect(await appeal(mine)).toBe('none');
    await mine.does(owner, 'AppealLodged', { appealId: 'A3' });
    expect(await appeal(mine)).toBe('lodged.unstayed');
  });

  test('may be lodged, withdrawn and decided after decommissioning, without a stay', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(supervisor, 'MineDecommissioned');
    await mine.does(owner, 'AppealLodged');
    for (const [who, type] of [
      [owner, 'StayRequested'],
      [reviewer, 'StayGranted'],
    ] as const) {
      expect(because(await mine.refuses(who, type))).toContain('decommissioned');
    }
    const stored = await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    expect(stored).toHaveLength(1);
    expect((await mine.now()).mine.closure).toMatchObject({ outcome: 'decommissioned', appealOutcome: 'quashed' });
  });

  test('is decided by a reviewer, lodged by the owner, and named by its id', async () => {
    const mine = await givenAMineThatIs('closed');
    expect(await mine.refuses(supervisor, 'AppealLodged')).toMatchObject({ code: 'forbidden' });
    const none = await mine.refuses(reviewer, 'AppealDecided', { appealId: 'A9' });
    expect(none).toMatchObject({ code: 'illegal-transition' });
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    expect(await mine.refuses(owner, 'AppealDecided')).toMatchObject({ code: 'forbidden' });
    expect(because(await mine.refuses(reviewer, 'AppealDecided', { appealId: 'A9' }))).toEqual(['not-the-appeal A9']);
    await mine.does(reviewer, 'AppealDecided', { appealId: 'A1', decision: 'upheld' });
    expect(because(await mine.refuses(owner, 'AppealLodged', { appealId: 'A1' }))).toEqual(['id-taken A1']);
  });
});

describe('a stay', () => {
  test('lets a shut mine run without ending or interrupting the closure; time not allowed to run leaves it out', async () => {
    const mine = await givenAMine();
    const at = (hour: string) => ({ occurredAt: `2018-11-05T${hour}:00+08:00` });
    await mine.at('2018-11-06T00:00:00+08:00').does(inspector, 'ClosureOrdered', {}, at('00:00'));
    await mine.does(owner, 'AppealLodged', {}, at('01:00'));
    expect(await mayRun(mine)).toBe(false);
    await mine.does(owner, 'StayRequested', {}, at('02:00'));
    expect(await mayRun(mine)).toBe(false);
    await mine.does(reviewer, 'StayGranted', {}, at('03:00'));
    expect(await mayRun(mine)).toBe(true);
    expect(await mine.state()).toBe('closed.awaitingInspection');
    await mine.does(owner, 'OperationResumed', {}, at('04:00'));
    await mine.does(reviewer, 'StayEnded', {}, at('07:30'));
    expect(await mayRun(mine)).toBe(false);
    const [closure] = closuresOf(await mine.now(), '2018-11-05T10:00:00+08:00');
    expect(closure).toMatchObject({ ongoing: true, duration: 'PT10H', notAllowedToRun: 'PT5H30M', days: 0 });
  });

  test('does not go with an appeal by itself, and is asked for and refused at most once at a time', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    expect(await appeal(mine)).toBe('lodged.unstayed');
    expect(because(await mine.refuses(reviewer, 'StayRefused'))).toEqual(['no-stay-request']);
    await mine.does(owner, 'StayRequested');
    expect(because(await mine.refuses(owner, 'StayRequested'))).toEqual(['stay-request-pending']);
    await mine.does(reviewer, 'StayRefused');
    await mine.does(owner, 'StayRequested');
    await mine.does(reviewer, 'StayGranted');
    expect(await mine.refuses(reviewer, 'StayGranted')).toMatchObject({ code: 'illegal-transition' });
  });

  test('is for a shut mine', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(supervisor, 'ClosureWithdrawn');
    expect(because(await mine.refuses(reviewer, 'StayGranted'))).toEqual(['not-shut']);
  });

  test('ends with the closure, however that ends', async () => {
    const ends = [
      async (mine: MineUnderTest) => mine.does(supervisor, 'ClosureWithdrawn'),
      async (mine: MineUnderTest) => mine.does(supervisor, 'MineDecommissioned'),
      async (mine: MineUnderTest) => mine.does(supervisor, 'ReopeningAuthorised'),
    ];
    for (const end of ends) {
      const mine = await givenAMineThatIs('licensed');
      await mine.does(owner, 'AppealLodged');
      await mine.does(reviewer, 'StayGranted');
      await end(mine);
      expect(await appeal(mine)).toBe('lodged.unstayed');
      expect((await mine.now()).mine.appeals).toMatchObject([{ status: 'pending', stay: 'ended' }]);
    }
  });

  test('does not last into the next cycle', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    await mine.does(reviewer, 'StayGranted');
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    expect(await appeal(mine)).toBe('none');
    expect(await mayRun(mine)).toBe(false);
    expect(because(await mine.refuses(reviewer, 'StayGranted'))).toEqual(['no-such-step none']);
  });
});
