import { beforeAll, describe, expect, test } from '@jest/globals';
import { mineStatus, type OperationState } from '@rectify/engine';
import fc from 'fast-check';
import {
  type Asking,
  closureQuery,
  type Figures,
  groupBy,
  lateQuery,
  mineQuery,
  type Reads,
  type StatisticsAnswer,
} from '../src/index.ts';
import { asOfficial, givenARegister, NOW, type Register, reading, statisticsWith, viewingOwner } from './given.ts';
import { givenManyCases } from './given-many-cases.ts';
import { carryOut, putsOnRecordWhatIsDue, someAttempts } from './random-course.ts';

/** Random courses that the property is tried on. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 8);

/** A figure, and the query that is said to count the same. */
type Counted = readonly [name: string, figure: number, query: string | null | undefined];

type Rows = NonNullable<Figures['explain']>['survival'] | undefined;

/** When everything is over that random courses tell of. */
const afterwards: Asking = { ...asOfficial, now: '2020-01-01T00:00:00Z' };

let register: Register;

beforeAll(async () => {
  register = await givenManyCases();
});

function countedIn(name: string, figures: Figures): Counted[] {
  const { explain, total, ongoing, ended, byOutcome, waitingOn, lateByOffice, perState, survival, endedOnly } = figures;
  return [
    [`${name} total`, total, explain?.total],
    [`${name} ongoing`, ongoing, explain?.ongoing],
    [`${name} ended`, ended, explain?.ended],
    ...Object.entries(byOutcome).map(([outcome, count]): Counted => {
      const query = Object.entries(explain?.byOutcome ?? {}).find(([key]) => key === outcome);
      return [`${name} ${outcome}`, count, query?.[1]];
    }),
    [`${name} owner`, waitingOn.owner, explain?.waitingOn.owner],
    [`${name} authority`, waitingOn.authority, explain?.waitingOn.authority],
    [`${name} nobody`, waitingOn.nobody, explain?.waitingOn.nobody],
    ...Object.entries(waitingOn.byOffice).map(([office, count]): Counted => {
      return [`${name} ${office}`, count, explain?.waitingOn.byOffice[office]];
    }),
    ...Object.entries(lateByOffice).map(([office, count]): Counted => {
      return [`${name} late ${office}`, count, explain?.lateByOffice[office]];
    }),
    [`${name} observed`, survival.n, explain?.survival.n],
    [`${name} events`, survival.events, explain?.survival.events],
    [`${name} censored`, survival.censored, explain?.survival.censored],
    ...survival.outcomes.map(({ outcome, events }): Counted => {
      const query = Object.entries(explain?.survival.outcomes ?? {}).find(([key]) => key === outcome);
      return [`${name} ends by ${outcome}`, events, query?.[1]];
    }),
    ...countedOnDays(name, figures, explain?.survival),
    [`${name} ran again`, endedOnly.count, explain?.endedOnly.count],
    [`${name} not counted`, endedOnly.notCounted, explain?.endedOnly.notCounted],
    [`${name} decommissioned only`, endedOnly.decommissioned, explain?.endedOnly.decommissioned],
    ...Object.entries(perState).map(([state, { now }]): Counted => {
      const query = Object.entries(explain?.inStateNow ?? {}).find(([key]) => key === state);
      return [`${name} ${state}`, now, query?.[1]];
    }),
    ...Object.entries(perState).map(([state, { closures }]): Counted => {
      const query = Object.entries(explain?.beenInState ?? {}).find(([key]) => key === state);
      return [`${name} been ${state}`, closures, query?.[1]];
    }),
  ];
}

function countedMines({ mines, byStatus, explainMines }: StatisticsAnswer): Counted[] {
  return [
    ['mines', mines, explainMines?.mines],
    ...mineStatus.options.map((status): Counted => [status, byStatus[status], explainMines?.byStatus[status]]),
  ];
}

/** What the rows of a survival count. */
function countedOnDays(name: string, { survival }: Pick<Figures, 'survival'>, explain: Rows) {
  return survival.survival.flatMap(({ time, atRisk, events, censored }, index): Counted[] => {
    const row = explain?.survival?.[index];
    return [
      [`${name} at risk on day ${time}`, atRisk, row?.atRisk],
      [`${name} events up to day ${time}`, events, row?.events],
      [`${name} censored up to day ${time}`, censored, row?.censored],
    ];
  });
}

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
    default:
      throw new Error(`No list is read at ${pathname}.`);
  }
}

async function expectOpened(parameters: Record<string, string>, asking: Asking = asOfficial, of = register) {
  await reading(of.store, async (reads) => {
    const answer = await reads.statistics(statisticsWith({ explain: 'true', ...parameters }), asking);
    const counted = [
      ...countedIn('all', answer),
      ...(answer.groups ?? []).flatMap((group) => countedIn(String(group.group), group)),
      ...countedMines(answer),
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
        async (course, instants, by, estimate) => {
          const random = await givenARegister();
          for (const mineId of mineIds) await random.registers(mineId);
          await carryOut(random, mineIds, course);
          for (const due of ['2018-12-20T00:00:00Z', '2019-06-01T00:00:00Z'])
            await putsOnRecordWhatIsDue(random, mineIds, due);
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
  RUNS * 15_000,
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
