import { describe, expect, test } from '@jest/globals';
import { stayList, stayQuery } from '../src/index.ts';
import { asOfficial, givenARegister, inspector, official, reading } from './given.ts';

const november = (day: number) => `2018-11-${String(day).padStart(2, '0')}T00:00:00+08:00`;

/** Given A, whose second inspection is waited for after the first was failed and its fault made good, and B, closed a day later. */
async function givenTwoClosures() {
  const register = await givenARegister();
  await register.registers('B', { region: 'CN-GZ' });
  await register.registers('A');
  await register.closes('A', november(5));
  await register.closes('B', november(6));
  await register.does('A', inspector, 'InspectionStarted', { inspectionId: 'I1' }, november(7));
  await register.does('A', inspector, 'InspectionAbandoned', { inspectionId: 'I1', reason: 'No access' }, november(8));
  return register;
}

describe('the stays of closures in a state', () => {
  test('are listed mine by mine, each time anew that a closure comes into one, page by page', async () => {
    const { store } = await givenTwoClosures();
    await reading(store, async (reads) => {
      const listed = async (parameters: Record<string, string> = {}) => {
        const list = await reads.listStays(stayQuery.parse(parameters), { viewer: official, now: november(10) });
        expect(stayList.parse(list)).toEqual(list);
        return { ...list, lines: list.items.map((one) => [one.mineId, one.state, one.lasted.days, one.goesOn]) };
      };
      const first = await listed({ limit: '2' });
      expect([first.total, first.lines]).toEqual([
        4,
        [
          ['A', 'closed.awaitingInspection', 2, false],
          ['A', 'closed.inspecting', 1, false],
        ],
      ]);
      const second = await listed({ limit: '2', cursor: String(first.next) });
      expect([second.total, second.lines, second.next]).toEqual([
        4,
        [
          ['A', 'closed.awaitingInspection', 2, true],
          ['B', 'closed.awaitingInspection', 4, true],
        ],
        undefined,
      ]);
      expect(first.items[0]).toMatchObject({
        name: 'Demonstration Mine A',
        cycle: 1,
        since: new Date(november(5)).toISOString(),
        until: new Date(november(7)).toISOString(),
      });
      expect(second.items[0]?.until).toBeNull();
      expect((await listed({ stay: 'closed.awaitingInspection', region: 'CN-XJ' })).lines).toHaveLength(2);
      expect((await listed({ goesOn: 'true' })).lines.map(([mineId]) => mineId)).toEqual(['A', 'B']);
      expect((await listed({ from: november(8) })).lines).toHaveLength(2);
    });
  });

  test('of a past instant are those of then, and counted where that is asked or all fit on the page', async () => {
    const { store } = await givenTwoClosures();
    await reading(store, async (reads) => {
      const listed = async (parameters: Record<string, string>) =>
        reads.listStays(stayQuery.parse({ asOf: november(7), ...parameters }), asOfficial);
      expect((await listed({})).items).toMatchObject([
        { mineId: 'A', state: 'closed.awaitingInspection', lasted: { days: 2 } },
        { mineId: 'B', state: 'closed.awaitingInspection', lasted: { days: 1 }, until: null },
      ]);
      const first = await listed({ limit: '1' });
      const second = await listed({ limit: '1', cursor: String(first.next) });
      const counted = await listed({ limit: '1', total: 'exact' });
      expect([first.total, second.total, counted.total, (await listed({})).total]).toEqual([null, null, 2, 2]);
      expect(second.items).toMatchObject([{ mineId: 'B' }]);
    });
  });
});
