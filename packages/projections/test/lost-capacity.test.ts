import { describe, expect, test } from '@jest/globals';
import type { EventData } from '@rectify/engine';
import { lossList, lossQuery, type StatisticsAnswer } from '../src/index.ts';
import { asOfficial, givenARegister, ownerOf, type Register, reading, statisticsWith } from './given.ts';

const november = (day: number) => `2018-11-${String(day).padStart(2, '0')}`;
const at = (day: number) => `${november(day)}T00:00:00+08:00`;

type Report = Partial<EventData<'LostCapacityReported'>>;

/** Given mines that are closed since 5 November. */
async function givenClosed(...mineIds: string[]) {
  const register = await givenARegister();
  for (const mineId of mineIds) {
    await register.registers(mineId);
    await register.closes(mineId, at(5));
  }
  return register;
}

async function reports(register: Register, mineId: string, report: Report) {
  const data = { amountPerDay: 10, unit: 'MWh', scope: 'mine', from: november(5), ...report } as const;
  const [fact] = await register.does(mineId, ownerOf(mineId), 'LostCapacityReported', data, at(14));
  return fact?.eventId;
}

async function lostBy(register: Register, asOf: number) {
  const answers: StatisticsAnswer['lostCapacity'][] = [];
  await reading(register.store, async (reads) => {
    answers.push((await reads.statistics(statisticsWith({ asOf: at(asOf) }), asOfficial)).lostCapacity);
  });
  return answers[0];
}

describe('reported losses', () => {
  test('of mines are summed over their days within a unit, and never across units', async () => {
    const register = await givenClosed('A', 'B');
    await reports(register, 'A', { to: november(8) });
    await reports(register, 'B', { amountPerDay: 2, approximate: true });
    await reports(register, 'B', { amountPerDay: 3, unit: 'TH/s', to: november(5) });
    expect(await lostBy(register, 15)).toEqual({
      unverified: true,
      byUnit: [
        // Four whole days of A, the last included; ten days so far of B.
        { unit: 'MWh', amountDays: 4 * 10 + 10 * 2, closures: 2, reports: 2, approximate: true },
        { unit: 'TH/s', amountDays: 3, closures: 1, reports: 1, approximate: false },
      ],
      disagreeing: [],
      ofCampaigns: [],
      left: { disagreeing: 0, ofCampaigns: 0 },
    });
  });

  test('of the same days with the same amount are counted once', async () => {
    const register = await givenClosed('A');
    await reports(register, 'A', { to: november(8) });
    await reports(register, 'A', { from: november(7), to: november(10) });
    expect((await lostBy(register, 15))?.byUnit).toMatchObject([{ amountDays: 6 * 10, reports: 2 }]);
  });

  test('that disagree about the same days stand side by side and are in no sum', async () => {
    const register = await givenClosed('A', 'B');
    const first = await reports(register, 'A', { to: november(8) });
    const second = await reports(register, 'A', { amountPerDay: 11, from: november(8), to: november(9) });
    await reports(register, 'A', { amountPerDay: 12, from: november(10), to: november(10) });
    await reports(register, 'B', { to: november(5) });
    const lost = await lostBy(register, 15);
    expect(lost?.byUnit).toMatchObject([{ amountDays: 12 + 10, closures: 2, reports: 2 }]);
    expect(lost?.disagreeing).toMatchObject([
      [
        { mineId: 'A', eventId: first, amountPerDay: 10, days: 4 },
        { mineId: 'A', eventId: second, amountPerDay: 11, days: 2 },
      ],
    ]);
  });

  test('of a campaign are listed, neither summed nor divided', async () => {
    const register = await givenClosed('A', 'B');
    const eventId = await reports(register, 'A', { amountPerDay: 1_000_000, scope: 'campaign', unit: 'unspecified' });
    const lost = await lostBy(register, 15);
    expect(lost).toMatchObject({
      byUnit: [],
      ofCampaigns: [{ eventId, mineId: 'A', amountPerDay: 1_000_000, unit: 'unspecified', days: 10, source: null }],
    });
  });

  test('are listed closure by closure within a unit, or one by one, as they are counted, page by page', async () => {
    const register = await givenClosed('A', 'B');
    await reports(register, 'A', { to: november(8) });
    await reports(register, 'A', { unit: 'TH/s' });
    await reports(register, 'B', { amountPerDay: 2 });
    await reports(register, 'B', { amountPerDay: 3 });
    await reports(register, 'B', { unit: 'TH/s', scope: 'campaign' });
    await reading(register.store, async (reads) => {
      const listed = async (asked: Record<string, string>) => {
        const list = await reads.listLosses(lossQuery.parse({ asOf: at(15), ...asked }), asOfficial);
        expect(lossList.parse(list)).toEqual(list);
        return { ...list, lines: list.items.map((one) => [one.mineId, one.unit, one.counted, one.reports.length]) };
      };
      const all = await listed({ limit: '3', total: 'exact' });
      expect([all.total, all.lines]).toEqual([
        4,
        [
          ['A', 'MWh', 'summed', 1],
          ['A', 'TH/s', 'summed', 1],
          ['B', 'TH/s', 'ofCampaign', 1],
        ],
      ]);
      const rest = await listed({ limit: '3', cursor: String(all.next) });
      expect([rest.lines, rest.next]).toEqual([[['B', 'MWh', 'disagreeing', 2]], undefined]);
      expect([(await listed({ limit: '3' })).total, (await listed({})).total]).toEqual([null, 4]);
      const each = await listed({ each: 'report', unit: 'MWh' });
      expect(each.lines).toEqual([
        ['A', 'MWh', 'summed', 1],
        ['B', 'MWh', 'disagreeing', 1],
        ['B', 'MWh', 'disagreeing', 1],
      ]);
    });
  });
});
