import { describe, expect, test } from '@jest/globals';
import { type GroupBy, groupBy, type StatisticsAnswer, statisticsAnswer } from '../src/index.ts';
import { asOfficial, givenARegister, type Register, reading, statisticsWith, supervisor } from './given.ts';
import { givenManyCases } from './given-many-cases.ts';

/** So many days after all mines of these tests were closed, in the morning of 5 November 2018. */
const day = (days: number) => new Date(Date.parse('2018-11-05T00:00:00+08:00') + days * 86_400_000).toISOString();

/** A mine that is closed on day 0 unless another is named, and how that ended. */
interface Course {
  readonly closed?: number;
  readonly ended?: 'reopened' | 'withdrawn' | 'decommissioned';
  readonly on?: number;
  readonly region?: string;
}

async function givenCourses(courses: readonly Course[]): Promise<Register> {
  const register = await givenARegister();
  for (const [index, { closed = 0, ended, on = 0, region = 'CN-XJ' }] of courses.entries()) {
    const mineId = `M-${index}`;
    await register.registers(mineId, { region });
    await register.closes(mineId, day(closed));
    if (ended === 'reopened') await register.reopens(mineId, day(on));
    if (ended === 'withdrawn')
      await register.does(mineId, supervisor, 'ClosureWithdrawn', { reason: 'Error' }, day(on));
    if (ended === 'decommissioned')
      await register.does(mineId, supervisor, 'MineDecommissioned', { reason: 'Given up' }, day(on));
  }
  return register;
}

/** The statistics of such mines as of a day. */
async function statisticsOf(
  courses: readonly Course[],
  asOf: number,
  query: Record<string, string> = {},
): Promise<StatisticsAnswer> {
  const register = await givenCourses(courses);
  const answers: StatisticsAnswer[] = [];
  await reading(register.store, async (reads) => {
    answers.push(await reads.statistics(statisticsWith({ asOf: day(asOf), ...query }), asOfficial));
  });
  const [answer] = answers;
  if (!answer) throw new Error('There was no answer.');
  expect(statisticsAnswer.parse(answer)).toEqual(answer);
  return answer;
}

const heights = ({ survival }: StatisticsAnswer) =>
  survival.survival.map(({ time, atRisk, events, survival: point }) => [time, atRisk, events, point?.value]);

describe('how long mines stay shut, worked by hand', () => {
  const five: Course[] = [
    { ended: 'reopened', on: 2 },
    { ended: 'withdrawn', on: 2 },
    { ended: 'decommissioned', on: 4 },
    { ended: 'reopened', on: 6 },
    {},
  ];

  test('with ties, competing outcomes and one still shut', async () => {
    const answer = await statisticsOf(five, 10, { curve: 'true' });
    const { survival } = answer;
    expect(survival).toMatchObject({ n: 5, events: 4, censored: 1 });
    expect(heights(answer)).toEqual([
      [2, 5, 2, expect.closeTo(0.6, 12)],
      [4, 3, 1, expect.closeTo(0.4, 12)],
      [6, 2, 1, expect.closeTo(0.2, 12)],
    ]);
    expect(survival.quartiles).toMatchObject({ first: { value: 2 }, median: { value: 4 }, third: { value: 6 } });
    // 2·1 + 2·0.6 + 2·0.4 + 4·0.2
    expect(survival.restrictedMean).toMatchObject({ upTo: 10, value: expect.closeTo(4.8, 12) });
    const incidenceAtTheEnd = Object.fromEntries(
      survival.outcomes.map(({ outcome, incidence }) => [outcome, incidence.at(-1)?.incidence?.value]),
    );
    expect(incidenceAtTheEnd).toEqual({
      reopened: expect.closeTo(0.2 + 0.4 / 2, 12),
      withdrawn: expect.closeTo(0.2, 12),
      quashed: 0,
      decommissioned: expect.closeTo(0.6 / 3, 12),
    });
    expect(answer).toMatchObject({ total: 5, ongoing: 1, ended: 4, small: false, method: { resolution: 'exact' } });
  });

  test('all still shut: no median, and survival stays 1', async () => {
    const { survival, small } = await statisticsOf([{}, {}, {}], 10, { at: '7,30' });
    expect(small).toBe(true);
    expect(survival).toMatchObject({ n: 3, events: 0, quartiles: { median: { value: null } } });
    expect(survival.survival.map((point) => point.survival?.value)).toEqual([1, undefined]);
    expect(survival.restrictedMean).toMatchObject({ upTo: 10, value: 10 });
  });

  test('all over: the restricted mean is the mean', async () => {
    const { survival, endedOnly } = await statisticsOf(
      [2, 4, 9].map((on): Course => ({ ended: 'reopened', on })),
      20,
    );
    expect(survival.restrictedMean?.value).toBeCloseTo(5, 12);
    expect(endedOnly).toMatchObject({ mean: { days: 5 }, median: { days: 4 } });
    expect(survival.quartiles.median.value).toBe(4);
  });

  test('a single one, and none', async () => {
    const one = await statisticsOf([{ ended: 'reopened', on: 6.25 }], 20, { groupBy: 'region' });
    expect(one).toMatchObject({
      small: true,
      survival: { n: 1, quartiles: { median: { value: 6.25 } } },
      groups: [{ group: 'CN-XJ', small: true }],
      logRank: null,
    });
    const none = await statisticsOf([], 20, { groupBy: 'region' });
    expect(none).toMatchObject({ total: 0, survival: { n: 0, restrictedMean: null }, groups: [], logRank: null });
  });

  test('longer ones count as the horizon in the restricted mean, so that groups can be compared', async () => {
    const { groups } = await statisticsOf(
      [{ ended: 'reopened', on: 2 }, {}, { region: 'CN-GZ', ended: 'reopened', on: 8 }],
      10,
      { groupBy: 'region', horizon: '5' },
    );
    expect(groups?.map(({ group, survival }) => [group, survival.restrictedMean?.value])).toEqual([
      ['CN-GZ', 5],
      ['CN-XJ', 3.5],
    ]);
  });
});

describe('in a window', () => {
  test('who was shut before it enters late, who was over before it is left out, who is still shut at its end is censored', async () => {
    const courses: Course[] = [
      { ended: 'reopened', on: 3 },
      { ended: 'reopened', on: 10 },
      { closed: 6, ended: 'reopened', on: 8 },
      { closed: 7, ended: 'reopened', on: 30 },
    ];
    const answer = await statisticsOf(courses, 40, { from: day(5), to: day(20), curve: 'true' });
    expect(answer).toMatchObject({ asOf: day(20), total: 3, ongoing: 1, survival: { n: 3, events: 2, censored: 1 } });
    // At 2 days only the two that were closed in the window are at risk; who entered late is from its fifth day on.
    expect(heights(answer)).toEqual([
      [2, 2, 1, 0.5],
      [10, 2, 1, 0.25],
    ]);
    // The first is over, the second's ten days count from the window's beginning.
    expect(answer.perState['closed.awaitingInspection']?.total.days).toBeLessThan(5 + 2 + 13);
  });

  test('nobody was at risk in a window that has not begun', async () => {
    expect(await statisticsOf([{}, {}], 10, { from: day(12) })).toMatchObject({ total: 0, survival: { n: 0 } });
  });
});

describe('groups', () => {
  test('are compared by the log-rank test, their limits and their outcomes told for each', async () => {
    const answer = await statisticsOf(
      [
        ...[1, 2, 3, 4].map((on): Course => ({ ended: 'reopened', on })),
        ...[10, 12, 14].map((on): Course => ({ ended: 'withdrawn', on, region: 'CN-GZ' })),
      ],
      20,
      { groupBy: 'region' },
    );
    // At 1, 2, 3 and 4 days CN-XJ has 4/7, 3/6, 2/5 and 1/4 of who is at risk, and nothing is expected of it later.
    const expected = 4 / 7 + 3 / 6 + 2 / 5 + 1 / 4;
    const variance = (4 * 3) / 49 + 9 / 36 + 6 / 25 + 3 / 16;
    expect(answer.logRank).toMatchObject({ statistic: expect.closeTo((4 - expected) ** 2 / variance, 10) });
    expect(answer.groups).toMatchObject([
      { group: 'CN-GZ', small: true, byOutcome: { withdrawn: 3 }, survival: { quartiles: { median: { value: 12 } } } },
      { group: 'CN-XJ', small: true, byOutcome: { reopened: 4 }, survival: { quartiles: { median: { value: 2.5 } } } },
    ]);
  });

  test.each(groupBy.options)('by %s sum to the whole', async (by: GroupBy) => {
    const register = await givenManyCases();
    await reading(register.store, async (reads) => {
      const { groups = [], ...whole } = await reads.statistics(statisticsWith({ groupBy: by }), asOfficial);
      const summed = (figure: (one: Pick<StatisticsAnswer, 'total' | 'ongoing' | 'ended' | 'byOutcome'>) => number) =>
        groups.reduce((total, group) => total + figure(group), 0);
      expect(groups.length).toBeGreaterThan(by === 'procedure' ? 0 : 1);
      expect(summed(({ total }) => total)).toBe(whole.total);
      expect(summed(({ ongoing }) => ongoing)).toBe(whole.ongoing);
      expect(summed(({ ended }) => ended)).toBe(whole.ended);
      expect(summed(({ byOutcome }) => byOutcome.withdrawn)).toBe(whole.byOutcome.withdrawn);
    });
  });
});
