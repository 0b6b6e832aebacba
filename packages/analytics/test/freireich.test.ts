import { describe, expect, test } from '@jest/globals';
import {
  describeSurvival,
  eventTimes,
  kaplanMeier,
  logRank,
  quantile,
  restrictedMean,
  survivalAt,
} from '@rectify/analytics';
import { patients } from './freireich.ts';

const treated = kaplanMeier(patients('6-MP'));
const placebo = kaplanMeier(patients('placebo'));

function rounded(numbers: readonly (number | null | undefined)[]): (number | null)[] {
  return numbers.map((number) => (number === null || number === undefined ? null : Number(number.toFixed(4))));
}

function atEvents(curve: typeof treated) {
  return survivalAt(curve, eventTimes(curve)).map(({ time, atRisk, events, survival }) => [
    ...[time, atRisk, events],
    ...rounded([survival?.value, survival?.lower, survival?.upper]),
  ]);
}

describe('remission under 6-MP and placebo (Freireich 1963): the published figures', () => {
  // Survival and counts: Klein & Moeschberger 2003, Table 4.1. Limits: scipy.stats.ecdf(…).sf.confidence_interval(method='log-log'), SciPy 1.17.
  test('6-MP: survival with log-log limits, ties between relapse and censoring counted relapse first', () => {
    expect(atEvents(treated)).toEqual([
      [6, 21, 3, 0.8571, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1881, 0.6801],
    ]);
    expect(rounded(treated.steps.slice(0, 2).map(({ survival }) => survival.standardError))).toEqual([0.0764, 0.0869]);
  });

  test('placebo: everybody relapsed, and the limits end where the curve comes to 0', () => {
    expect(atEvents(placebo)).toEqual([
      [1, 21, 2, 0.9048, 0.67, 0.9753],
      [2, 19, 2, 0.8095, 0.5689, 0.9239],
      [3, 17, 1, 0.7619, 0.5194, 0.8933],
      [4, 16, 2, 0.6667, 0.4254, 0.825],
      [5, 14, 2, 0.5714, 0.338, 0.7492],
      [8, 12, 4, 0.381, 0.1831, 0.5778],
      [11, 8, 2, 0.2857, 0.1166, 0.4818],
      [12, 6, 2, 0.1905, 0.0595, 0.3774],
      [15, 4, 1, 0.1429, 0.0357, 0.3212],
      [17, 3, 1, 0.0952, 0.0163, 0.2612],
      [22, 2, 1, 0.0476, 0.0033, 0.197],
      [23, 1, 1, 0, null, null],
    ]);
  });

  test('medians 23 and 8 weeks; the limits are where those of the curve cross one half', () => {
    expect(quantile(treated, 0.5)).toEqual({ value: 23, lower: 13, upper: null });
    expect(quantile(placebo, 0.5)).toEqual({ value: 8, lower: 4, upper: 11 });
  });

  test('restricted means: 23.29 weeks of 35 (Klein & Moeschberger 2003, §4.5), and to a given limit', () => {
    expect(restrictedMean(treated)).toMatchObject({
      upTo: 35,
      value: expect.closeTo(23.287, 3),
      standardError: expect.closeTo(2.827, 3),
    });
    expect(restrictedMean(treated, 23)).toMatchObject({
      value: expect.closeTo(17.909, 3),
      standardError: expect.closeTo(1.553, 3),
    });
    expect(restrictedMean(placebo)).toMatchObject({ upTo: 23, value: expect.closeTo(8.667, 3) });
  });

  test('log-rank: chi-squared 16.79 on 1 degree of freedom', () => {
    const test = logRank(patients('6-MP', 'placebo'));
    expect(test).toMatchObject({ statistic: expect.closeTo(16.7929, 4), degreesOfFreedom: 1 });
    expect(test?.pValue).toBeCloseTo(4.1688e-5, 9);
    expect(test?.groups.map(({ observed, expected }) => [observed, ...rounded([expected])])).toEqual([
      [9, 19.2505],
      [21, 10.7495],
    ]);
  });

  test('another confidence makes other limits', () => {
    const [first] = kaplanMeier(patients('6-MP'), 0.9).steps;
    expect(rounded([first?.survival.lower, first?.survival.upper])).toEqual([0.6711, 0.9422]);
    expect(() => kaplanMeier([], 95)).toThrow('A confidence lies between 0 and 1, not 95.');
  });

  test('described as a whole: groups in order, at the times asked for', () => {
    const { groups, logRank } = describeSurvival(patients('placebo', '6-MP'), { at: [10, 9, 36] });
    expect(groups.map(({ group, n, events, censored }) => [group, n, events, censored])).toEqual([
      ['6-MP', 21, 9, 12],
      ['placebo', 21, 21, 0],
    ]);
    expect(groups[0]?.survival.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
      [9, 16, 4, 2],
      [10, 15, 1, 1],
      [36, 0, 4, 9],
    ]);
    expect(groups.map(({ survival }) => survival.at(-1)?.survival?.value ?? null)).toEqual([null, 0]);
    expect(logRank?.statistic).toBeCloseTo(16.7929, 4);
  });
});
