import { describe, expect, test } from '@jest/globals';
import { analysisReadsOf, bottleneckQuery, closureQuery, type Projector, type Reads, stayQuery } from '../src/index.ts';
import { countedBottlenecks } from './counted-figures.ts';
import { asOfficial, givenARegister, reading, statisticsWith, supervisor } from './given.ts';

/** Of more closures than this durations are told in whole days. */
const MOST_EXACT = 5_000;

const at = (days: number) => new Date(Date.parse('2018-11-05T00:00:00+08:00') + days * 86_400_000).toISOString();

/** Puts as many copies of a mine as make closures many into what statistics are counted from, and lists are read from: to fold so many takes long. */
function copies({ db }: ReturnType<Projector['database']>, mineId: string): void {
  for (const table of ['stretches', 'closures', 'mine_versions']) {
    const columns = db
      .prepare(`select * from ${table}`)
      .columns()
      .flatMap(({ name }) => (name === 'mine_id' ? [] : [name]));
    db.exec(`
      with recursive copy (number) as (select 1 union all select number + 1 from copy where number < ${MOST_EXACT})
      insert into ${table} (mine_id, ${columns.join(', ')})
      select mine_id || number, ${columns.join(', ')} from copy, ${table} where mine_id = '${mineId}'`);
  }
}

/** Many that ended after 2.3 days, in Xinjiang, and one that goes on, in Guizhou. */
async function withVeryMany(ask: (reads: Reads, projector: Projector) => Promise<void>): Promise<void> {
  const register = await givenARegister();
  await register.registers('A', { region: 'CN-XJ' });
  await register.closes('A', at(0));
  await register.does('A', supervisor, 'ClosureWithdrawn', { reason: 'Error' }, at(2.3));
  await register.registers('B', { region: 'CN-GZ' });
  await register.closes('B', at(0.6));
  await reading(register.store, async (reads, projector) => {
    copies(projector.database(), 'A');
    await ask(reads, projector);
  });
}

describe('of very many closures', () => {
  test('durations are told in whole days and times in states in whole hours, rounded up, late entries rounded down', async () => {
    await withVeryMany(async (reads) => {
      const whole = await reads.statistics(
        statisticsWith({ asOf: at(10), curve: 'true', groupBy: 'region' }),
        asOfficial,
      );
      expect(whole).toMatchObject({
        total: MOST_EXACT + 2,
        ended: MOST_EXACT + 1,
        method: { resolution: 'day' },
        survival: {
          n: MOST_EXACT + 2,
          survival: [{ time: 3, atRisk: MOST_EXACT + 2, events: MOST_EXACT + 1 }],
          quartiles: { median: { value: 3 } },
        },
        perState: {
          'closed.awaitingInspection': {
            stays: MOST_EXACT + 2,
            // 2.3 days are 55.2 hours. Sums are exact.
            median: { value: 56 / 24 },
            total: { milliseconds: ((MOST_EXACT + 1) * 55.2 + 225.6) * 3_600_000 },
          },
        },
        groups: [
          { group: 'CN-GZ', total: 1, survival: { n: 1, events: 0 } },
          { group: 'CN-XJ', total: MOST_EXACT + 1 },
        ],
      });
      const window = await reads.statistics(statisticsWith({ asOf: at(10), curve: 'true', from: at(1.2) }), asOfficial);
      // All were shut before: at risk from the first whole day on.
      expect(window.survival).toMatchObject({
        n: MOST_EXACT + 2,
        survival: [{ time: 3, atRisk: MOST_EXACT + 2, events: MOST_EXACT + 1 }],
      });
    });
  });

  test('the lists count them as they are told, rounded', async () => {
    await withVeryMany(async (reads) => {
      const answered = async (from: number) => {
        const query = { asOf: at(10), at: '0.5,1,2,2.5,3,10', from: at(from), explain: 'true', groupBy: 'region' };
        const { survival, explain, groups = [] } = await reads.statistics(statisticsWith(query), asOfficial);
        return [{ survival, explain }, ...groups].flatMap((figures) =>
          figures.survival.survival.flatMap(({ time, atRisk, events, censored }, row) => {
            const queries = figures.explain?.survival.survival?.[row];
            return Object.entries({ atRisk, events, censored }).map(([what, count]) => {
              const query = Object.entries(queries ?? {}).find(([name]) => name === what)?.[1];
              return { what: `${what} on day ${time}`, count, query };
            });
          }),
        );
      };
      const listed = async (query: string | null | undefined) => {
        const { searchParams } = new URL(String(query), 'http://rectify.invalid');
        const asked = { ...Object.fromEntries(searchParams), sort: 'mineId', limit: '1' };
        return (await reads.listClosures(closureQuery.parse(asked), asOfficial)).total;
      };
      for (const from of [-1, 1.2]) {
        const counted = await answered(from);
        const found = await Promise.all(counted.map(async (one) => ({ ...one, count: await listed(one.query) })));
        expect(found).toEqual(counted);
        expect(counted).toContainEqual(expect.objectContaining({ what: 'events on day 3', count: MOST_EXACT + 1 }));
      }
    });
  });

  test('the list of stays counts how long they last as it is told, rounded', async () => {
    await withVeryMany(async (reads, projector) => {
      const listed = async (query: string | null | undefined) => {
        const { searchParams } = new URL(String(query), 'http://rectify.invalid');
        const asked = { ...Object.fromEntries(searchParams), limit: '1' };
        return (await reads.listStays(stayQuery.parse(asked), asOfficial)).total;
      };
      for (const from of [-1, 1.2]) {
        const query = bottleneckQuery.parse({ asOf: at(10), from: at(from), explain: 'true' });
        const analysis = await analysisReadsOf(projector).bottlenecks(query, asOfficial);
        const counted = countedBottlenecks(analysis).filter(([name]) => name.startsWith('stays in'));
        const found = await Promise.all(counted.map(async ([name, , query]) => [name, await listed(query)] as const));
        expect(found).toEqual(counted.map(([name, figure]) => [name, figure]));
        expect(found).toContainEqual([
          `stays in closed.awaitingInspection events up to day ${56 / 24}`,
          MOST_EXACT + 1,
        ]);
      }
    });
  });
});
