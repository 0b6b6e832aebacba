import { describe, expect, test } from '@jest/globals';
import { CENSORED, logRank, type Observation } from '@rectify/analytics';

/** A group whose members ended at these times; those below 0 were last seen then. */
function group(name: string, ...times: number[]): Observation[] {
  return times.map((time) => ({ time: Math.abs(time), outcome: time < 0 ? CENSORED : 'ended', group: name }));
}

test('two groups with a tie, worked by hand', () => {
  // At 1: 1 of 4 ends, half of them in A: expected 1/2, variance 1/4. At 2: 2 of 3 end, one of them in A: 2/3, 2 · 1/2 · 1/3 · 2/3.
  const test = logRank([...group('A', 1, 2), ...group('B', 2, 3)]);
  expect(test?.groups).toEqual([
    { group: 'A', n: 2, observed: 2, expected: expect.closeTo(7 / 6, 12) },
    { group: 'B', n: 2, observed: 2, expected: expect.closeTo(17 / 6, 12) },
  ]);
  expect(test?.statistic).toBeCloseTo((5 / 6) ** 2 / (1 / 4 + 2 / 9), 12);
  expect(test?.pValue).toBeCloseTo(0.225253, 6);
});

test('three groups have two degrees of freedom', () => {
  // Inverted and looked up with NumPy 2 and SciPy 1.17: the covariances of two of the groups.
  const test = logRank([...group('a', 1, 3, -4, 6), ...group('b', 2, 3, -3, 7), ...group('c', 5, -8, 9, 9)]);
  expect(test).toMatchObject({
    degreesOfFreedom: 2,
    statistic: expect.closeTo(4.281763, 6),
    pValue: expect.closeTo(0.117551, 6),
  });
});

test('who has not entered is not at risk', () => {
  // At 1 only the two of A and one of B are watched: expected 2/3. At 4: one each: 1/2. At 5 B alone.
  const late = { entry: 2, time: 5, outcome: 'ended', group: 'B' };
  const test = logRank([...group('A', 1, 4), ...group('B', -3), late]);
  expect(test?.groups[0]?.expected).toBeCloseTo(2 / 3 + 1 / 2, 12);
  expect(test?.statistic).toBeCloseTo((2 - 7 / 6) ** 2 / (2 / 9 + 1 / 4), 12);
});

test('a group that was never at risk of anything adds no degree of freedom', () => {
  const two = [...group('A', 2, 3), ...group('B', 3, 4)];
  const without = logRank(two);
  const withIt = logRank([...two, ...group('C', -1)]);
  expect(withIt).toMatchObject({ degreesOfFreedom: 1, statistic: expect.closeTo(without?.statistic ?? 0, 12) });
});

test('a difference beyond what a double can tell has a p value of 0', () => {
  const slow = Array.from({ length: 2000 }, (_, place) => 10_000 + place);
  const quick = Array.from({ length: 2000 }, (_, place) => 1 + place);
  expect(logRank([...group('quick', ...quick), ...group('slow', ...slow)])).toMatchObject({ pValue: 0 });
});

describe('nothing to compare', () => {
  test.each([
    ['no observations', []],
    ['one group', group('A', 1, 2)],
    ['nothing has ended', [...group('A', -1), ...group('B', -2)]],
    ['all end at once', [...group('A', 1, 1), ...group('B', 1)]],
    [
      'no groups',
      [
        { time: 1, outcome: 'ended' },
        { time: 2, outcome: 'ended' },
      ],
    ],
  ])('%s', (_, observations) => {
    expect(logRank(observations)).toBeUndefined();
  });
});
