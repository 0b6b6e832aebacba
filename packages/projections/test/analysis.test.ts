import { describe, expect, test } from '@jest/globals';
import {
  bottleneckAnalysis,
  bottleneckQuery,
  likeCases,
  likeCasesQuery,
  survivalAnalysis,
  survivalQuery,
} from '../src/index.ts';
import { analysing, asOfficial, givenARegister, inspector, supervisor } from './given.ts';
import { givenManyCases } from './given-many-cases.ts';

const november = (day: number) => `2018-11-${String(day).padStart(2, '0')}T00:00:00+08:00`;

/** Given four mines that waited 2, 4 and 6 days for their inspection, the last one since the 5th, and one of them in remediation. */
async function givenWaiting() {
  const register = await givenARegister();
  for (const [mineId, inspected] of [
    ['A', 7],
    ['B', 9],
    ['C', 11],
    ['D', undefined],
  ] as const) {
    await register.registers(mineId);
    await register.closes(mineId, november(5));
    if (inspected === undefined) continue;
    await register.does(mineId, inspector, 'InspectionStarted', { inspectionId: 'I' }, november(inspected));
  }
  const finding = { findingId: 'F', description: 'Unpaid', dueOn: '2018-12-01' };
  await register.does('A', inspector, 'FindingRaised', finding, november(8));
  await register.does('A', inspector, 'InspectionFailed', { inspectionId: 'I' }, november(8));
  return register;
}

describe('bottlenecks', () => {
  test('tell how long each state takes, who is in it now being censored, and for whom it waits', async () => {
    const register = await givenWaiting();
    await analysing(register.store, async (analysis) => {
      const answer = await analysis.bottlenecks(bottleneckQuery.parse({ asOf: november(15) }), asOfficial);
      expect(bottleneckAnalysis.parse(answer)).toEqual(answer);
      const [first] = answer.states;
      expect(answer.closures).toBe(4);
      // 2 + 4 + 6 days, and 10 so far.
      expect(first).toMatchObject({
        state: 'closed.awaitingInspection',
        closures: 4,
        now: 1,
        stays: 4,
        total: { duration: 'P22D' },
        mean: { duration: 'P4D' },
        median: { value: 5 },
        ninetiethPercentile: { value: null },
        waitedOn: [{ party: 'authority', office: 'tax', share: 1 }],
      });
      const remediating = answer.states.find(({ state }) => state === 'closed.remediating');
      expect(remediating).toMatchObject({ now: 1, median: { value: null }, waitedOn: [{ party: 'owner', share: 1 }] });
      expect(answer.parties).toMatchObject([
        { party: 'authority', office: 'tax', now: 3, late: 0 },
        { party: 'owner', office: null, now: 1, milliseconds: 7 * 86_400_000, share: 7 / 40 },
      ]);
    });
  });

  test('tell how long stays last as a distribution, those that go on counting for as long as they have', async () => {
    const register = await givenWaiting();
    await analysing(register.store, async (analysis) => {
      const answer = await analysis.bottlenecks(bottleneckQuery.parse({ asOf: november(15) }), asOfficial);
      const [awaiting] = answer.states;
      // Over after 2, 4 and 6 days; the fourth goes on for 10 so far, so that the curve comes down to a quarter and no further.
      expect(awaiting?.lengths).toMatchObject({ small: true, lastSeen: 10 });
      expect(awaiting?.lengths.survival.map(({ time, atRisk, survival }) => [time, atRisk, survival?.value])).toEqual([
        [2, 4, 0.75],
        [4, 3, 0.5],
        [6, 2, 0.25],
      ]);
      expect(awaiting).toMatchObject({
        stays: 4,
        staysGoingOn: 1,
        tenthPercentile: { value: 2 },
        // The curve lies flat at each: from 2 to 4, from 4 to 6, and from 6 on, where it goes down no further.
        firstQuartile: { value: 3 },
        median: { value: 5 },
        thirdQuartile: { value: 6 },
        ninetiethPercentile: { value: null },
      });
      const inspecting = answer.states.find(({ state }) => state === 'closed.inspecting');
      // A day until it failed; the others go on for 6 and for 4 days so far.
      expect(inspecting).toMatchObject({ stays: 3, staysGoingOn: 2, lengths: { lastSeen: 6 } });
      expect(inspecting?.lengths.survival.map(({ time, survival }) => [time, survival?.value])).toEqual([
        [1, expect.closeTo(2 / 3, 12)],
      ]);
    });
  });

  test('show of an earlier day, by what was known then, how long stays had lasted', async () => {
    const register = await givenWaiting();
    await analysing(register.store, async (analysis) => {
      const earlier = bottleneckQuery.parse({ asOf: november(10), knownAt: november(15) });
      const [awaiting] = (await analysis.bottlenecks(earlier, asOfficial)).states;
      expect(awaiting).toMatchObject({ stays: 4, staysGoingOn: 2, lengths: { lastSeen: 5 } });
      expect(awaiting?.lengths.survival.map(({ time, survival }) => [time, survival?.value])).toEqual([
        [2, 0.75],
        [4, 0.5],
      ]);
    });
  });

  test('in a window count its days alone, and who was in a state before it enters late', async () => {
    const register = await givenWaiting();
    await analysing(register.store, async (analysis) => {
      const window = bottleneckQuery.parse({ from: november(8), to: november(10) });
      const answer = await analysis.bottlenecks(window, asOfficial);
      const awaiting = answer.states.find(({ state }) => state === 'closed.awaitingInspection');
      // B one day, C and D two each; A was over by then.
      expect(awaiting).toMatchObject({ closures: 3, now: 2, stays: 3, total: { duration: 'P5D' } });
      expect(answer.asOf).toBe(november(10));
    });
  });
});

describe('survival', () => {
  test('is answered at each time at which a closure ended, by group', async () => {
    const register = await givenManyCases();
    await analysing(register.store, async (analysis) => {
      const answer = await analysis.survival(survivalQuery.parse({ groupBy: 'region' }), asOfficial);
      expect(survivalAnalysis.parse(answer)).toEqual(answer);
      expect(answer.survival.survival.map(({ time, events }) => [time, events])).toEqual([
        [7, 2],
        [8, 2],
      ]);
      expect(answer.groups).toMatchObject([
        { group: 'CN-GZ', small: true, survival: { n: 3, events: 3 } },
        { group: 'CN-XJ', small: true, survival: { n: 3, events: 1 } },
      ]);
    });
  });

  test('tells of each row, of each group, the list that it counts', async () => {
    const register = await givenManyCases();
    await analysing(register.store, async (analysis) => {
      const query = survivalQuery.parse({ groupBy: 'region', explain: 'true', at: '2.5,7' });
      const answer = await analysis.survival(query, asOfficial);
      expect(survivalAnalysis.parse(answer)).toEqual(answer);
      const [guizhou] = answer.groups ?? [];
      const [, onSeventh] = guizhou?.explain?.survival ?? [];
      const asked = (url: string | null | undefined) =>
        Object.fromEntries(new URL(String(url), 'http://rectify.invalid').searchParams);
      expect(asked(onSeventh?.atRisk)).toMatchObject({ region: 'CN-GZ', watchedOn: '7' });
      expect(asked(onSeventh?.events)).toMatchObject({ ongoing: 'false', longerThan: '2.5', upTo: '7' });
    });
  });
});

describe('like cases', () => {
  test('are those closed on the same grounds as a mine, by the office of whoever ordered it', async () => {
    const register = await givenManyCases();
    await register.does('F', inspector, 'ClosureOrdered', orderFor('TAX_EVASION'), november(21));
    await register.does('F', supervisor, 'ClosureWithdrawn', { reason: 'Error' }, november(23));
    await analysing(register.store, async (analysis) => {
      const answer = await analysis.likeCases(likeCasesQuery.parse({ mine: 'F' }), asOfficial);
      expect(likeCases.parse(answer)).toEqual(answer);
      expect(answer).toMatchObject({
        grounds: 'TAX_EVASION',
        figures: { total: 2, small: true, byOutcome: { quashed: 1, withdrawn: 1 } },
        groups: [
          { group: 'power', total: 1, survival: { quartiles: { median: { value: 8 } } } },
          { group: 'tax', total: 1, survival: { quartiles: { median: { value: 2 } } } },
        ],
      });
      expect(await analysis.likeCases(likeCasesQuery.parse({ grounds: 'Taxes' }), asOfficial)).toMatchObject({
        figures: { total: 1 },
      });
    });
  });

  test('there are none of a mine that no order has closed, nor on grounds that nothing was closed on', async () => {
    const register = await givenManyCases();
    await analysing(register.store, async (analysis) => {
      expect(await analysis.likeCases(likeCasesQuery.parse({ mine: 'F' }), asOfficial)).toBeUndefined();
      expect(await analysis.likeCases(likeCasesQuery.parse({ mine: 'NO-SUCH' }), asOfficial)).toBeUndefined();
      expect(await analysis.likeCases(likeCasesQuery.parse({ grounds: 'none' }), asOfficial)).toBeUndefined();
    });
  });
});

function orderFor(groundsCode: string) {
  return { groundsCode, grounds: 'Taxes', authority: 'local authorities', legalBasis: 'not stated' };
}
