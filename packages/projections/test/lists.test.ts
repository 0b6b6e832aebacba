import { describe, expect, test } from '@jest/globals';
import { openStore } from '@rectify/engine';
import {
  type Asking,
  ForeignCursor,
  InvalidCursor,
  type MineList,
  mineQuery,
  type Reads,
  readsOf,
} from '../src/index.ts';
import {
  analyst,
  asOfficial,
  closuresWith,
  givenARegister,
  historyWith,
  inspector,
  minesWith,
  NOW,
  official,
  ownerOf,
  type Register,
  reading,
  statisticsWith,
  supervisor,
  viewingOwner,
} from './given.ts';

/** Mines in several states: A running, B and C shut, D remediating, E reopened, F decommissioned. */
async function givenSixMines(): Promise<Register> {
  const register = await givenARegister();
  await register.registers('A', { name: 'alpha', region: 'CN-GZ' });
  await register.registers('B', { name: 'Beta', operator: { id: 'op-2', name: '华能科技有限公司' } });
  await register.registers('C', { name: 'gamma', region: 'CN-GZ' });
  await register.registers('D', { name: 'Delta' });
  await register.registers('E', { name: 'epsilon' });
  await register.registers('F', { name: 'Zeta 100%' });
  await register.closes('B', '2018-11-05T00:00:00+08:00', { campaignId: 'winter' });
  await register.closes('C', '2018-11-07T00:00:00+08:00');
  await register.closes('D', '2018-11-06T00:00:00+08:00', { campaignId: 'winter' });
  await register.closes('E', '2018-11-05T00:00:00+08:00');
  await register.does('D', inspector, 'InspectionStarted', { inspectionId: 'I1' }, '2018-11-10T09:00:00+08:00');
  const finding = { findingId: 'F1', description: 'Meter without seal', dueOn: '2019-01-31' };
  await register.does('D', inspector, 'FindingRaised', finding, '2018-11-10T10:00:00+08:00');
  await register.does('D', inspector, 'InspectionFailed', { inspectionId: 'I1' }, '2018-11-10T11:00:00+08:00');
  await register.reopens('E', '2018-11-20T00:00:00+08:00');
  await register.does('F', supervisor, 'MineDecommissioned', { reason: 'Given up' }, '2018-11-09T00:00:00+08:00');
  await register.does('B', supervisor, 'CaseAssigned', { assignee: 'li.wei' }, '2018-11-12T00:00:00+08:00');
  return register;
}

describe('the list of mines', () => {
  test('each filter leaves the mines that fit, now as at a past instant', async () => {
    const register = await givenSixMines();
    const expected: [Record<string, string>, string][] = [
      [{}, 'ABCDEF'],
      [{ status: 'closed' }, 'BCD'],
      [{ status: 'closed,reopened' }, 'BCDE'],
      [{ shut: 'true' }, 'BCD'],
      [{ shut: 'false' }, 'AEF'],
      [{ state: 'closed.remediating' }, 'D'],
      [{ region: 'CN-GZ' }, 'AC'],
      [{ waitingOn: 'owner' }, 'D'],
      [{ waitingOn: 'authority', office: 'tax' }, 'BC'],
      [{ office: 'licensing' }, ''],
      [{ assignee: 'li.wei' }, 'B'],
      [{ overdue: 'true' }, 'BC'],
      [{ overdue: 'false' }, 'ADEF'],
      [{ campaign: 'winter' }, 'BD'],
      [{ cycle: '0' }, 'AF'],
      [{ q: 'BETA' }, 'B'],
      [{ q: '华能' }, 'B'],
      [{ q: '100%' }, 'F'],
      [{ q: 'a_p' }, ''],
      [{ q: 'op-2 beta' }, 'B'],
      [{ q: 'example', region: 'CN-GZ' }, 'AC'],
    ];
    const instantsOfNow: Record<string, string>[] = [{}, { asOf: NOW }, { knownAt: NOW }];
    await reading(register.store, async (reads) => {
      for (const [parameters, ids] of expected) {
        for (const instants of instantsOfNow) {
          const { items, total } = await reads.listMines(minesWith({ ...parameters, ...instants }), asOfficial);
          expect([parameters, items.map(({ mineId }) => mineId).join('')]).toEqual([parameters, ids]);
          expect(total).toBe(ids.length);
        }
      }
    });
  });

  test('mines that are named one by one are listed alone, those of them that fit, now as at a past instant', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads) => {
      const instantsSpokenOf: Record<string, string>[] = [{}, { asOf: '2018-11-30T00:00:00+08:00' }];
      for (const instants of instantsSpokenOf) {
        const list = async (parameters: Record<string, string>) => {
          const { items, total } = await reads.listMines(minesWith({ ...parameters, ...instants }), asOfficial);
          return [items.map(({ mineId }) => mineId).join(''), total];
        };
        expect(await list({ mineId: 'C,A,C,none', sort: '-mineId' })).toEqual(['CA', 2]);
        expect(await list({ mineId: 'A,B,D', status: 'closed' })).toEqual(['BD', 2]);
        expect(await list({ mineId: 'A,B,D', limit: '1' })).toEqual(['A', 3]);
      }
    });
  });

  test('the same filters on the 8th speak of the 8th', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads) => {
      const ids = async (parameters: Record<string, string>) => {
        const { items } = await reads.listMines(
          minesWith({ ...parameters, asOf: '2018-11-08T00:00:00+08:00' }),
          asOfficial,
        );
        return items.map(({ mineId }) => mineId).join('');
      };
      expect(await ids({ status: 'closed' })).toBe('BCDE');
      expect(await ids({ status: 'operating' })).toBe('AF');
      expect(await ids({ assignee: 'li.wei' })).toBe('');
      expect(await ids({ overdue: 'true' })).toBe('');
    });
  });

  test('every order is its own reverse, but for mines without such a value, which come last', async () => {
    const register = await givenSixMines();
    const expected: Record<string, string> = {
      mineId: 'ABCDEF',
      '-mineId': 'FEDCBA',
      name: 'ABDECF',
      '-name': 'FCEDBA',
      region: 'ACBDEF',
      '-region': 'BDEFAC',
      status: 'ABCDEF',
      '-status': 'FEBCDA',
      since: 'BEDCAF',
      '-since': 'CDBEAF',
      days: 'ECDBAF',
      '-days': 'BDCEAF',
      waitingOn: 'BCAEFD',
      '-waitingOn': 'DAEFBC',
      nextDeadline: 'BCDAEF',
      '-nextDeadline': 'DCBAEF',
      lastChange: 'ACFDBE',
      '-lastChange': 'EBDFCA',
    };
    await reading(register.store, async (reads) => {
      for (const [sort, ids] of Object.entries(expected)) {
        const { items } = await reads.listMines(minesWith({ sort }), asOfficial);
        expect([sort, items.map(({ mineId }) => mineId).join('')]).toEqual([sort, ids]);
      }
    });
  });

  test('paging visits every mine once in every order, while others are registered and closed', async () => {
    const register = await givenSixMines();
    const sorts = [
      'mineId',
      '-mineId',
      '-name',
      'status',
      'since',
      '-since',
      '-days',
      'waitingOn',
      'nextDeadline',
      '-lastChange',
    ];
    await reading(register.store, async (reads, projector) => {
      for (const [index, sort] of sorts.entries()) {
        const { items: whole } = await reads.listMines(minesWith({ sort }), asOfficial);
        const visited: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await reads.listMines(minesWith({ sort, limit: '2', ...(cursor && { cursor }) }), asOfficial);
          visited.push(...page.items.map(({ mineId }) => mineId));
          cursor = page.next;
          if (visited.length === 2) {
            await register.registers(`N${index}`);
            await register.closes(`N${index}`, '2018-11-08T00:00:00+08:00');
            await projector.caughtUp();
          }
        } while (cursor);
        const before = whole.map(({ mineId }) => mineId);
        expect(visited.filter((mineId) => before.includes(mineId))).toEqual(before);
        expect(new Set(visited).size).toBe(visited.length);
      }
    });
  });

  test('all pages are measured at the instant of the first', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads) => {
      const first = await reads.listMines(minesWith({ sort: '-days', limit: '1' }), asOfficial);
      const later = { viewer: official, now: '2019-02-01T00:00:00+08:00' };
      const second = await reads.listMines(minesWith({ sort: '-days', limit: '1', cursor: first.next ?? '' }), later);
      expect(second).toMatchObject({ asOf: NOW, items: [{ mineId: 'D', closure: { days: 56 } }] });
    });
  });

  test('pages about a past day go by what was known at the first, whatever is corrected or dated back meanwhile', async () => {
    const register = await givenSixMines();
    const [order] = await register.closes('A', {
      occurredAt: '2018-11-07T09:00:00+08:00',
      recordedAt: '2018-12-01T00:00:00+08:00',
    });
    await reading(register.store, async (reads, projector) => {
      const asked = { asOf: '2018-11-08T00:00:00+08:00', sort: 'since', limit: '2' };
      const later = { viewer: official, now: '2019-01-05T00:00:00+08:00' };
      const { items: whole } = await reads.listMines(minesWith({ ...asked, limit: '50' }), asOfficial);
      expect(whole.map(({ mineId }) => mineId).join('')).toBe('BEDCAF');
      const visited: MineList['items'] = [];
      let page = await reads.listMines(minesWith(asked), asOfficial);
      visited.push(...page.items);
      await register.does(
        'A',
        inspector,
        'FactCorrected',
        {
          corrections: [{ eventId: order?.eventId ?? '', patch: { occurredAt: '2018-11-02T00:00:00+08:00' } }],
          reason: 'typed wrong',
        },
        '2019-01-02T00:00:00+08:00',
      );
      await register.does(
        'C',
        inspector,
        'InspectionStarted',
        { inspectionId: 'I1' },
        { occurredAt: '2018-11-07T12:00:00+08:00', recordedAt: '2019-01-02T00:00:00+08:00' },
      );
      await projector.caughtUp();
      while (page.next !== undefined) {
        page = await reads.listMines(minesWith({ ...asked, cursor: page.next }), later);
        expect([page.total, page.knownAt]).toEqual([null, NOW]);
        visited.push(...page.items);
      }
      expect(visited).toEqual(whole);
      const anew = await reads.listMines(minesWith({ ...asked, limit: '50' }), later);
      expect(anew.items.map(({ mineId }) => mineId).join('')).toBe('ABEDCF');
    });
  });

  test('at a past instant a page comes without the total, unless all fits on it or the total is asked for', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads) => {
      const asked = { asOf: '2018-11-08T00:00:00+08:00', limit: '2' };
      const totalOf = async (parameters: Record<string, string>, asking: Asking = asOfficial) =>
        (await reads.listMines(minesWith(parameters), asking)).total;
      expect(await totalOf(asked)).toBeNull();
      expect(await totalOf({ ...asked, total: 'exact' })).toBe(6);
      expect(await totalOf({ ...asked, region: 'CN-GZ' })).toBe(2);
      expect(await totalOf({ limit: '2' })).toBe(6);
      expect(await totalOf({ ...asked, limit: '1' }, { viewer: viewingOwner('B', 'E'), now: NOW })).toBe(2);
      const closures = async (parameters: Record<string, string>) =>
        (await reads.listClosures(closuresWith(parameters), asOfficial)).total;
      expect(await closures(asked)).toBeNull();
      expect(await closures({ ...asked, total: 'exact' })).toBe(4);
    });
  });

  test('mines found by words that many could have come without the total, unless all fit on the page or the total is asked for', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads, projector) => {
      const lookingUpOne = readsOf(projector, 1);
      const totalOf = async (from: Reads, parameters: Record<string, string>) =>
        (await from.listMines(minesWith({ q: 'eta', ...parameters }), asOfficial)).total;
      expect(await totalOf(reads, { limit: '1' })).toBe(2);
      expect(await totalOf(lookingUpOne, { limit: '1' })).toBeNull();
      expect(await totalOf(lookingUpOne, { limit: '1', total: 'exact' })).toBe(2);
      expect(await totalOf(lookingUpOne, { limit: '2' })).toBe(2);
    });
  });

  test('a cursor of another store, of another order, or none at all is refused', async () => {
    const register = await givenSixMines();
    const other = await givenARegister(await openStore('memory:', { newStoreId: () => 'store-2' }));
    await reading(register.store, async (reads) => {
      const { next: cursor = '' } = await reads.listMines(minesWith({ sort: 'name', limit: '1' }), asOfficial);
      await expect(reads.listMines(minesWith({ sort: '-name', cursor }), asOfficial)).rejects.toThrow(InvalidCursor);
      await expect(reads.listClosures(closuresWith({ cursor }), asOfficial)).rejects.toThrow(InvalidCursor);
      await expect(reads.listMines(minesWith({ cursor: 'nonsense' }), asOfficial)).rejects.toThrow(InvalidCursor);
      await reading(other.store, async (others) => {
        await expect(others.listMines(minesWith({ sort: 'name', cursor }), asOfficial)).rejects.toThrow(ForeignCursor);
      });
    });
  });

  test('counts break down what each filter could narrow, whatever that filter asks for', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads) => {
      expect(await reads.countMines({ status: ['closed'], region: ['CN-XJ'] }, asOfficial)).toMatchObject({
        total: 2,
        byStatus: { operating: 0, closed: 2, inspected: 0, licensed: 0, reopened: 1, decommissioned: 1 },
        byRegion: { 'CN-XJ': 2, 'CN-GZ': 1 },
        byWaitingOn: { owner: 1, authority: 1, nobody: 0 },
        byOffice: { tax: 1 },
        shut: 2,
        byAssignee: { 'li.wei': 1 },
        byCampaign: { winter: 2 },
        byCycle: { 1: 2 },
        overdue: 1,
      });
    });
  });

  test('a query says what is wrong with it', () => {
    for (const wrong of [
      { status: 'shut' },
      { limit: '501' },
      { limit: '0' },
      { sort: 'colour' },
      { asOf: 'yesterday' },
      { shut: 'maybe' },
      { colour: 'red' },
    ])
      expect(mineQuery.safeParse(wrong).success).toBe(false);
    expect(mineQuery.parse({ status: ['closed', 'reopened,licensed'], shut: 'false' })).toMatchObject({
      status: ['closed', 'reopened', 'licensed'],
      shut: false,
      limit: 50,
      sort: 'mineId',
    });
  });
});

describe('lists for owners and analysts', () => {
  test('an owner lists and counts their own mines alone, closures and statistics included', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads) => {
      const asOwner = { viewer: viewingOwner('B', 'E', 'unknown'), now: NOW };
      const { items, total } = await reads.listMines(minesWith({ sort: '-name' }), asOwner);
      expect(items.map(({ mineId }) => mineId)).toEqual(['E', 'B']);
      expect(total).toBe(2);
      expect(items[1]).toMatchObject({ assignee: null, revision: 3 });
      expect((await reads.listClosures(closuresWith(), asOwner)).items.map(({ mineId }) => mineId)).toEqual(['B', 'E']);
      expect(await reads.statistics(statisticsWith(), asOwner)).toMatchObject({ mines: 2, total: 2 });
      expect(await reads.mine('A', {}, asOwner)).toBeUndefined();
      expect(await reads.history('A', historyWith(), asOwner)).toBeUndefined();
      expect((await reads.listMines(minesWith({ assignee: 'li.wei' }), asOwner)).total).toBe(0);
      expect(await reads.countMines({}, asOwner)).toMatchObject({ total: 2, byCycle: { 1: 2 }, byAssignee: {} });
    });
  });

  test('an analyst finds the cases of a pseudonym, and not those of a name', async () => {
    const register = await givenSixMines();
    await reading(register.store, async (reads) => {
      const asAnalyst = { viewer: analyst, now: NOW };
      const [mine] = (await reads.listMines(minesWith({ q: 'beta' }), asAnalyst)).items;
      expect(mine?.assignee).toMatch(/^person-[0-9a-f]{12}$/);
      const found = async (assignee: string) => (await reads.listMines(minesWith({ assignee }), asAnalyst)).items;
      expect(await found(mine?.assignee ?? '')).toMatchObject([{ mineId: 'B' }]);
      expect(await found('li.wei')).toEqual([]);
      expect(await reads.countMines({}, asAnalyst)).toMatchObject({ byAssignee: { [mine?.assignee ?? '']: 1 } });
    });
  });

  test('the history of a mine is paged in either direction', async () => {
    const register = await givenSixMines();
    await register.does('A', ownerOf('A'), 'OwnerStatementFiled', { text: 'We run' }, '2018-12-01T00:00:00+08:00');
    await reading(register.store, async (reads) => {
      for (const order of ['asc', 'desc'] as const) {
        const revisions: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await reads.history(
            'D',
            historyWith({ order, limit: '2', ...(cursor && { cursor }) }),
            asOfficial,
          );
          expect(page?.total).toBe(7);
          revisions.push(...(page?.items ?? []).map(({ revision }) => revision));
          cursor = page?.next;
        } while (cursor);
        expect(revisions).toEqual(order === 'asc' ? [0, 1, 2, 3, 4, 5, 6] : [6, 5, 4, 3, 2, 1, 0]);
      }
    });
  });
});
