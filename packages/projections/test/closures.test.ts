import { describe, expect, test } from '@jest/globals';
import { closureList, mineDetail, mineList, statisticsAnswer } from '../src/index.ts';
import {
  asOfficial,
  closuresWith,
  givenARegister,
  historyWith,
  inspector,
  licensing,
  minesWith,
  ownerOf,
  reading,
  reviewer,
  statisticsWith,
  supervisor,
} from './given.ts';

const fifth = '2018-11-05T00:00:00+08:00';
const eleventh = '2018-11-11T00:00:00+08:00';

describe('how long a mine has been shut', () => {
  test('closed on 5 November, on the 11th it is closed for 6 days and counting, in every answer', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    await register.closes('XJ-0001', fifth);
    await register.reopens('XJ-0001', '2018-12-01T10:00:00+08:00');

    await reading(register.store, async (reads) => {
      const sixDays = {
        cycle: 1,
        since: fifth,
        until: null,
        ongoing: true,
        outcome: null,
        duration: 'P6D',
        milliseconds: 518_400_000,
        days: 6,
        notAllowedToRun: 'P6D',
        perState: { 'closed.awaitingInspection': 518_400_000 },
      };
      const one = await reads.mine('XJ-0001', { asOf: eleventh }, asOfficial);
      expect(one).toMatchObject({
        status: 'closed',
        shut: true,
        mayOperate: false,
        waitingOn: 'authority',
        asOf: eleventh,
        closure: sixDays,
      });
      const list = await reads.listMines(minesWith({ asOf: eleventh }), asOfficial);
      expect(list.items).toMatchObject([{ mineId: 'XJ-0001', closure: sixDays }]);
      const closures = await reads.listClosures(closuresWith({ asOf: eleventh }), asOfficial);
      expect(closures.items).toMatchObject([{ mineId: 'XJ-0001', region: 'CN-XJ', ...sixDays }]);
      const statistics = await reads.statistics(statisticsWith({ asOf: eleventh }), asOfficial);
      expect(statistics).toMatchObject({
        total: 1,
        ongoing: 1,
        ended: 0,
        waitingOn: { authority: 1, byOffice: { tax: 1 } },
        endedOnly: { count: 0, notCounted: 1, mean: null, median: null },
      });
    });
  });

  test('a closure that has ended keeps its exact duration, and a second one is cycle 2', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    await register.closes('XJ-0001', fifth);
    await register.reopens('XJ-0001', '2018-11-20T06:30:00+08:00');
    await register.closes('XJ-0001', '2018-12-01T08:00:00+08:00', { campaignId: 'winter' });

    await reading(register.store, async (reads) => {
      const { items, total } = await reads.listClosures(closuresWith({ sort: 'since' }), asOfficial);
      expect(total).toBe(2);
      expect(items).toMatchObject([
        { cycle: 1, outcome: 'reopened', ongoing: false, duration: 'P15DT6H30M', days: 15, campaignId: null },
        { cycle: 2, outcome: null, ongoing: true, duration: 'P30DT16H', days: 31, campaignId: 'winter' },
      ]);
      const mine = await reads.mine('XJ-0001', {}, asOfficial);
      expect(mine).toMatchObject({
        cycle: 2,
        closure: { cycle: 2 },
        detail: { earlierClosures: [{ cycle: 1, duration: 'P15DT6H30M' }] },
      });
      expect((await reads.listClosures(closuresWith({ campaign: 'winter' }), asOfficial)).items).toMatchObject([
        { cycle: 2 },
      ]);
      expect((await reads.listClosures(closuresWith({ ongoing: 'false' }), asOfficial)).items).toMatchObject([
        { cycle: 1 },
      ]);
    });
  });

  test('a stay neither ends nor interrupts the closure, but is no time in which the mine was not allowed to run', async () => {
    const register = await givenARegister();
    const owner = ownerOf('XJ-0001');
    await register.registers('XJ-0001');
    await register.closes('XJ-0001', fifth);
    await register.does(
      'XJ-0001',
      owner,
      'AppealLodged',
      { appealId: 'A1', grounds: 'The order is wrong' },
      '2018-11-06T00:00:00+08:00',
    );
    await register.does(
      'XJ-0001',
      reviewer,
      'StayGranted',
      { appealId: 'A1', reason: 'Doubts' },
      '2018-11-08T00:00:00+08:00',
    );
    await register.does(
      'XJ-0001',
      reviewer,
      'StayEnded',
      { appealId: 'A1', reason: 'No doubts' },
      '2018-11-10T12:00:00+08:00',
    );

    await reading(register.store, async (reads) => {
      const during = await reads.mine('XJ-0001', { asOf: '2018-11-09T00:00:00+08:00' }, asOfficial);
      expect(during).toMatchObject({
        shut: true,
        mayOperate: true,
        closure: { duration: 'P4D', notAllowedToRun: 'P3D', underAppeal: true },
      });
      const after = await reads.mine('XJ-0001', { asOf: eleventh }, asOfficial);
      expect(after).toMatchObject({ mayOperate: false, closure: { duration: 'P6D', notAllowedToRun: 'P3DT12H' } });
    });
  });

  test('statistics say what they do not count: the mines still shut, and those decommissioned', async () => {
    const register = await givenARegister();
    for (const [mineId, region] of [
      ['A', 'CN-XJ'],
      ['B', 'CN-XJ'],
      ['C', 'CN-GZ'],
      ['D', 'CN-GZ'],
      ['E', 'CN-GZ'],
    ] as const)
      await register.registers(mineId, { region });
    for (const mineId of ['A', 'B', 'C', 'D']) await register.closes(mineId, fifth);
    await register.does('A', supervisor, 'ClosureWithdrawn', { reason: 'An error' }, '2018-11-07T00:00:00+08:00');
    await register.reopens('B', '2018-11-15T00:00:00+08:00');
    await register.does('C', supervisor, 'MineDecommissioned', { reason: 'Given up' }, '2018-11-06T00:00:00+08:00');

    await reading(register.store, async (reads) => {
      const statistics = await reads.statistics(
        statisticsWith({ groupBy: 'region', asOf: '2018-11-25T00:00:00+08:00' }),
        asOfficial,
      );
      expect(statistics).toMatchObject({
        mines: 5,
        byStatus: { operating: 2, closed: 1, inspected: 0, licensed: 0, reopened: 1, decommissioned: 1 },
        total: 4,
        ongoing: 1,
        ended: 3,
        byOutcome: { reopened: 1, withdrawn: 1, quashed: 0, decommissioned: 1 },
        endedOnly: {
          count: 2,
          notCounted: 1,
          decommissioned: 1,
          mean: { duration: 'P6D', days: 6 },
          median: { duration: 'P6D' },
        },
        groups: [
          {
            group: 'CN-GZ',
            total: 2,
            ongoing: 1,
            endedOnly: { count: 0, notCounted: 1, decommissioned: 1, mean: null },
          },
          { group: 'CN-XJ', total: 2, ongoing: 0, endedOnly: { count: 2, mean: { duration: 'P6D' } } },
        ],
      });
      expect(statistics.perState['closed.awaitingInspection']).toMatchObject({
        closures: 4,
        now: 1,
        total: { duration: 'P32DT23H' },
      });
    });
  });

  test('an appeal quashes a closure after the fact: the outcome stays, and the closure says so', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    await register.closes('XJ-0001', fifth);
    await register.does(
      'XJ-0001',
      ownerOf('XJ-0001'),
      'AppealLodged',
      { appealId: 'A1', grounds: 'Wrong' },
      '2018-11-06T00:00:00+08:00',
    );
    await register.reopens('XJ-0001', '2018-11-15T00:00:00+08:00');
    await register.does(
      'XJ-0001',
      reviewer,
      'AppealDecided',
      { appealId: 'A1', decision: 'quashed', reason: 'No basis' },
      '2018-11-20T00:00:00+08:00',
    );

    await reading(register.store, async (reads) => {
      const { items } = await reads.listClosures(closuresWith(), asOfficial);
      expect(items).toMatchObject([{ outcome: 'reopened', appealOutcome: 'quashed', underAppeal: false }]);
    });
  });

  test('a correction of the closing date counts once it is known, and not before', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001');
    const [order] = await register.closes('XJ-0001', fifth);
    if (!order) throw new Error('no order');
    const third = '2018-11-03T00:00:00+08:00';
    const recordedAt = '2018-11-20T00:00:00+08:00';
    await register.does(
      'XJ-0001',
      inspector,
      'FactCorrected',
      { corrections: [{ eventId: order.eventId, patch: { occurredAt: third } }], reason: 'The date on the order' },
      recordedAt,
    );

    await reading(register.store, async (reads) => {
      const before = { asOf: eleventh, knownAt: '2018-11-19T00:00:00+08:00' };
      const after = { asOf: eleventh };
      for (const [instants, duration] of [
        [before, 'P6D'],
        [after, 'P8D'],
      ] as const) {
        expect((await reads.mine('XJ-0001', instants, asOfficial))?.closure).toMatchObject({ duration });
        expect((await reads.listMines(minesWith(instants), asOfficial)).items).toMatchObject([
          { closure: { duration } },
        ]);
        expect((await reads.listClosures(closuresWith(instants), asOfficial)).items).toMatchObject([{ duration }]);
        expect(
          (await reads.statistics(statisticsWith(instants), asOfficial)).perState['closed.awaitingInspection']?.total,
        ).toMatchObject({ duration });
      }
      expect((await reads.listMines(minesWith(), asOfficial)).items[0]?.closure?.since).toBe(third);
      const history = await reads.history('XJ-0001', historyWith(), asOfficial);
      expect(history?.items.find(({ eventId }) => eventId === order.eventId)).toMatchObject({
        occurredAt: fifth,
        correction: {
          void: false,
          reason: 'The date on the order',
          before: { occurredAt: fifth },
          after: { occurredAt: third },
        },
        effective: { occurredAt: third },
      });
    });
  });

  test('answers fit the schemas that they are documented by', async () => {
    const register = await givenARegister();
    await register.registers('XJ-0001', { origin: { region: 'CN-SC', stated: true, since: '2018-07' } });
    await register.closes('XJ-0001', fifth);
    await register.does(
      'XJ-0001',
      licensing,
      'LicenceGranted',
      { licenceId: 'L1', kind: 'power', number: '1', validUntil: '2018-11-30' },
      '2018-11-06T00:00:00+08:00',
    );
    await register.does(
      'XJ-0001',
      supervisor,
      'PowerDirectionIssued',
      { directionId: 'P1', alternatives: ['relocate', 'curtail'], dueOn: '2018-11-30', cap: { amount: 8, unit: 'MW' } },
      '2018-11-06T00:00:00+08:00',
    );
    await register.does(
      'XJ-0001',
      ownerOf('XJ-0001'),
      'PowerCurtailed',
      { directionId: 'P1', to: { amount: 7, unit: 'MW' } },
      '2018-11-07T00:00:00+08:00',
    );
    await register.does(
      'XJ-0001',
      inspector,
      'GuaranteeLetterDemanded',
      { letterId: 'G1', text: 'We guarantee', dueOn: '2018-11-20' },
      '2018-11-07T00:00:00+08:00',
    );

    await reading(register.store, async (reads) => {
      const mine = await reads.mine('XJ-0001', {}, asOfficial);
      expect(mineDetail.parse(mine)).toEqual(mine);
      expect(mine).toMatchObject({
        flags: ['overdue', 'order-not-served', 'licence-lost'],
        detail: { allowedPower: { amount: 8, unit: 'MW' }, letters: [{ counts: true }] },
      });
      const list = await reads.listMines(minesWith(), asOfficial);
      expect(mineList.parse(list)).toEqual(list);
      const closures = await reads.listClosures(closuresWith(), asOfficial);
      expect(closureList.parse(closures)).toEqual(closures);
      const statistics = await reads.statistics(statisticsWith({ groupBy: 'campaign' }), asOfficial);
      expect(statisticsAnswer.parse(statistics)).toEqual(statistics);
    });
  });
});
