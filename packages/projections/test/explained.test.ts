import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationState } from '@rectify/engine';
import fc from 'fast-check';
import {
  type Asking,
  analysisReadsOf,
  bottleneckQuery,
  closureQuery,
  type Figures,
  groupBy,
  lateQuery,
  lossQuery,
  mineQuery,
  type Reads,
  stayQuery,
} from '../src/index.ts';
import { type Counted, countedBottlenecks, countedIn, countedLosses, countedMines } from './counted-figures.ts';
import {
  asOfficial,
  givenARegister,
  NOW,
  ownerOf,
  type Register,
  reading,
  statisticsWith,
  viewingOwner,
} from './given.ts';
import { givenManyCases } from './given-many-cases.ts';
import { carryOut, putsOnRecordWhatIsDue, someAttempts } from './random-course.ts';

/** Random courses that the property is tried on. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 8);

/** Reports of lost capacity by the owners of so many mines, of which some disagree and some are about a campaign. */
const someLosses = (mines: number) =>
  fc.array(
    fc.record({
      mine: fc.nat(mines - 1),
      occurredAt: fc.constantFrom('2018-11-10T00:00:00Z', '2018-11-20T00:00:00Z', '2019-06-01T00:00:00Z'),
      amountPerDay: fc.integer({ min: 1, max: 2 }),
      unit: fc.constantFrom('MWh', 'TH/s'),
      scope: fc.constantFrom('mine', 'mine', 'campaign'),
      from: fc.constantFrom('2018-11-02', '2018-11-09', '2018-11-16'),
      to: fc.constantFrom('2018-11-16', '2018-11-30'),
    }),
    { maxLength: 12 },
  );

/** When everything is over that random courses tell of. */
const afterwards: Asking = { ...asOfficial, now: '2020-01-01T00:00:00Z' };

let register: Register;

beforeAll(async () => {
  register = await givenManyCases();
});

/** How many the list has that a query is of; none where the filters leave nothing. */
async function opened(reads: Reads, query: string | null | undefined, asking: Asking) {
  if (query === undefined) return undefined;
  if (query === null) return 0;
  const { pathname, searchParams } = new URL(query, 'http://rectify.invalid');
  const parameters = Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]));
  const single = Object.fromEntries(
    Object.entries(parameters).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
  );
  switch (pathname) {
    case '/v1/mines':
      return (await reads.listMines(mineQuery.parse(single), asking)).total;
    case '/v1/closures':
      return (await reads.listClosures(closureQuery.parse(single), asking)).total;
    case '/v1/closures/late':
      return (await reads.listLate(lateQuery.parse(single), asking)).total;
    case '/v1/closures/stays':
      return (await reads.listStays(stayQuery.parse(single), asking)).total;
    case '/v1/closures/losses':
      return (await reads.listLosses(lossQuery.parse(single), asking)).total;
    default:
      throw new Error(`No list is read at ${pathname}.`);
  }
}

async function expectOpened(parameters: Record<string, string>, asking: Asking = asOfficial, of = register) {
  await reading(of.store, async (reads, projector) => {
    const answer = await reads.statistics(statisticsWith({ explain: 'true', ...parameters }), asking);
    const { groupBy: _, at: __, curve: ___, ...filters } = parameters;
    const analysis = analysisReadsOf(projector);
    const bottlenecks = await analysis.bottlenecks(bottleneckQuery.parse({ explain: 'true', ...filters }), asking);
    const counted = [
      ...countedBottlenecks(bottlenecks),
      ...countedIn('all', answer),
      ...(answer.groups ?? []).flatMap((group) => countedIn(String(group.group), group)),
      ...countedMines(answer),
      ...countedLosses(answer),
    ];
    const totals = new Map<string, ReturnType<typeof opened>>();
    const totalOf = (query: Counted[2]) => {
      const total = totals.get(String(query)) ?? opened(reads, query, asking);
      totals.set(String(query), total);
      return total;
    };
    const found = await Promise.all(counted.map(async ([name, , query]) => [name, await totalOf(query)] as const));
    expect(found).toEqual(counted.map(([name, figure]) => [name, figure]));
  });
}

describe('every figure that counts is the total of the list that it names', () => {
  test.each(groupBy.options)('grouped by %s', async (by) => {
    await expectOpened({ groupBy: by });
  });

  test.each<Record<string, string>>([
    { asOf: '2018-11-14T00:00:00+08:00' },
    { asOf: '2018-11-14T00:00:00+08:00', knownAt: '2018-11-12T10:00:00+08:00' },
    { region: 'CN-GZ', groupBy: 'region' },
    { outcome: 'reopened,withdrawn', groupBy: 'campaign' },
    { waitingOn: 'owner' },
    { office: 'tax', ongoing: 'true', groupBy: 'cycle' },
    { state: 'closed.remediating' },
    { status: 'closed' },
    { grounds: 'Power, and taxes', groupBy: 'grounds' },
    { without: 'campaign,origin', groupBy: 'office' },
    { letter: 'true', groupBy: 'letter' },
    { power: 'false', capacity: '10-100 MW', groupBy: 'power' },
    { orderedBy: 'power', procedure: 'rectification@1' },
    { from: '2018-11-14T00:00:00+08:00', to: '2018-11-17T00:00:00+08:00', groupBy: 'region' },
    { q: 'mine', groupBy: 'capacity' },
    { curve: 'true', groupBy: 'region' },
    { at: '0,0.5,7,7.5,8,16' },
    { curve: 'true', from: '2018-11-09T09:00:00+08:00', to: '2018-11-17T00:00:00+08:00' },
    { at: '1,4,5', from: '2018-11-09T09:00:00+08:00' },
  ])('narrowed to %j', async (parameters) => {
    await expectOpened(parameters);
  });

  test('for an owner, who counts their own mines only', async () => {
    await expectOpened({ groupBy: 'region' }, { viewer: viewingOwner('A', 'C'), now: NOW });
  });
});

test(
  'whatever happens to mines, at whatever instants, groups sum to the whole and every figure is the total of its list',
  async () => {
    const mineIds = ['A', 'B', 'C'];
    const day = fc
      .integer({ min: 2, max: 28 })
      .map((november) => `2018-11-${String(november).padStart(2, '0')}T12:00:00Z`);
    await fc.assert(
      fc.asyncProperty(
        someAttempts(mineIds.length, { minLength: 40, maxLength: 80 }),
        fc.record({ asOf: day, knownAt: day }, { requiredKeys: [] }),
        fc.constantFrom(...groupBy.options),
        fc.record({ from: day, curve: fc.constant('true') }, { requiredKeys: [] }),
        someLosses(mineIds.length),
        async (course, instants, by, estimate, losses) => {
          const random = await givenARegister();
          for (const mineId of mineIds) await random.registers(mineId);
          await carryOut(random, mineIds, course);
          for (const due of ['2018-12-20T00:00:00Z', '2019-06-01T00:00:00Z'])
            await putsOnRecordWhatIsDue(random, mineIds, due);
          for (const { mine, occurredAt, ...report } of losses) {
            const mineId = mineIds[mine] ?? '';
            const when = { occurredAt, recordedAt: '2019-06-02T00:00:00Z' };
            await random.attempts(mineId, ownerOf(mineId), 'LostCapacityReported', report, when);
          }
          await expectOpened({ ...instants, ...estimate, groupBy: by }, afterwards, random);
          await reading(random.store, async (reads) => {
            const { groups = [], ...whole } = await reads.statistics(
              statisticsWith({ ...instants, groupBy: by }),
              afterwards,
            );
            const summed = (figure: (one: Figures) => number) => groups.reduce((sum, group) => sum + figure(group), 0);
            expect(summed(({ total }) => total)).toBe(whole.total);
            expect(summed(({ ongoing }) => ongoing)).toBe(whole.ongoing);
            expect(summed(({ survival }) => survival.n)).toBe(whole.survival.n);
            for (const [state, { stays, now, total }] of Object.entries(whole.perState)) {
              const inState = groups.map(
                ({ perState }) => Object.entries(perState).find(([name]) => name === state)?.[1],
              );
              const added = (figure: (one: Figures['perState'][OperationState]) => number) =>
                inState.reduce((sum, one) => sum + figure(one), 0);
              expect(added((one) => one?.stays ?? 0)).toBe(stays);
              expect(added((one) => one?.now ?? 0)).toBe(now);
              expect(added((one) => one?.total.milliseconds ?? 0)).toBe(total.milliseconds);
            }
          });
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  600_000 + RUNS * 15_000,
);

test('the rows of a curve are left out where that is asked, as there are many', async () => {
  await reading(register.store, async (reads) => {
    const query = statisticsWith({ explain: 'whole', curve: 'true', groupBy: 'region' });
    const { explain, groups } = await reads.statistics(query, asOfficial);
    expect(explain?.survival).toMatchObject({ n: expect.stringMatching(/^\/v1\/closures\?/) });
    expect([explain, groups?.[0]?.explain].map((one) => one?.survival.survival)).toEqual([undefined, undefined]);
  });
});

test('statistics that are not asked to explain do not', async () => {
  await reading(register.store, async (reads) => {
    const answer = await reads.statistics(statisticsWith({ groupBy: 'region' }), asOfficial);
    expect([answer.explain, answer.explainMines, answer.groups?.[0]?.explain]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
