import { beforeAll, describe, expect, test } from '@jest/globals';
import { mineStatus } from '@rectify/engine';
import {
  type Asking,
  closureQuery,
  type Figures,
  groupBy,
  mineQuery,
  type Reads,
  type StatisticsAnswer,
} from '../src/index.ts';
import { asOfficial, NOW, type Register, reading, statisticsWith, viewingOwner } from './given.ts';
import { givenManyCases } from './given-many-cases.ts';

/** A figure, and the query that is said to count the same. */
type Counted = readonly [name: string, figure: number, query: string | null | undefined];

let register: Register;

beforeAll(async () => {
  register = await givenManyCases();
});

function countedIn(name: string, figures: Figures): Counted[] {
  const { explain, total, ongoing, ended, byOutcome, waitingOn, perState } = figures;
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
    ...Object.entries(perState).map(([state, { now }]): Counted => {
      const query = Object.entries(explain?.inStateNow ?? {}).find(([key]) => key === state);
      return [`${name} ${state}`, now, query?.[1]];
    }),
  ];
}

function countedMines({ mines, byStatus, explainMines }: StatisticsAnswer): Counted[] {
  return [
    ['mines', mines, explainMines?.mines],
    ...mineStatus.options.map((status): Counted => [status, byStatus[status], explainMines?.byStatus[status]]),
  ];
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
  return pathname === '/v1/mines'
    ? (await reads.listMines(mineQuery.parse(single), asking)).total
    : (await reads.listClosures(closureQuery.parse(single), asking)).total;
}

async function expectOpened(parameters: Record<string, string>, asking: Asking = asOfficial) {
  await reading(register.store, async (reads) => {
    const answer = await reads.statistics(statisticsWith({ explain: 'true', ...parameters }), asking);
    const counted = [
      ...countedIn('all', answer),
      ...(answer.groups ?? []).flatMap((group) => countedIn(String(group.group), group)),
      ...countedMines(answer),
    ];
    const found = await Promise.all(
      counted.map(async ([name, , query]) => [name, await opened(reads, query, asking)] as const),
    );
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
  ])('narrowed to %j', async (parameters) => {
    await expectOpened(parameters);
  });

  test('for an owner, who counts their own mines only', async () => {
    await expectOpened({ groupBy: 'region' }, { viewer: viewingOwner('A', 'C'), now: NOW });
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
