import { describe, expect, test } from '@jest/globals';
import {
  CENSORED,
  describeSurvival,
  InvalidObservation,
  kaplanMeier,
  type Observation,
  quantile,
  restrictedMean,
  survivalAt,
} from '@rectify/analytics';

function ended(...times: number[]): Observation[] {
  return times.map((time) => ({ time, outcome: 'ended' }));
}

function lastSeen(...times: number[]): Observation[] {
  return times.map((time) => ({ time, outcome: CENSORED }));
}

/** Ended, having been watched from later than the beginning on. */
function entered(...spans: (readonly [entry: number, time: number])[]): Observation[] {
  return spans.map(([entry, time]) => ({ entry, time, outcome: 'ended' }));
}

function stepsOf(observations: readonly Observation[]) {
  return kaplanMeier(observations).steps.map(({ time, atRisk, events, censored, survival }) => [
    ...[time, atRisk, events, censored],
    survival.value,
  ]);
}

describe('at one time the events come before the last sightings', () => {
  // By hand: 5 at risk at 1, one ends and one is last seen; 3 at risk at 2, two end; the last one is last seen at 3.
  const curve = kaplanMeier([...ended(1, 2, 2), ...lastSeen(1, 3)]);

  test('survival 4/5, then 4/15', () => {
    expect(curve.steps).toMatchObject([
      { time: 1, atRisk: 5, events: 1, censored: 1, survival: { value: 0.8 } },
      { time: 2, atRisk: 3, events: 2, censored: 0, survival: { value: expect.closeTo(4 / 15, 12) } },
      { time: 3, atRisk: 1, events: 0, censored: 1, survival: { value: expect.closeTo(4 / 15, 12) } },
    ]);
  });

  test("Greenwood's variances 0.8² / 20 and (4/15)² (1/20 + 2/3)", () => {
    const errors = [Math.sqrt(0.64 / 20), (4 / 15) * Math.sqrt(1 / 20 + 2 / 3)].map((error) =>
      expect.closeTo(error, 12),
    );
    expect(curve.steps.map(({ survival }) => survival.standardError)).toEqual([errors[0], errors[1], errors[1]]);
  });

  test('log-log limits 0.8^exp(±1.96 · 0.1789 / (0.8 · log 0.8))', () => {
    expect(curve.steps[0]?.survival).toMatchObject({
      lower: expect.closeTo(0.20381, 5),
      upper: expect.closeTo(0.96918, 5),
    });
    expect(curve.steps[1]?.survival).toMatchObject({
      lower: expect.closeTo(0.00968, 5),
      upper: expect.closeTo(0.68614, 5),
    });
  });
});

describe('what has little to say', () => {
  test('no observations: no steps, no mean, no quantiles', () => {
    expect(describeSurvival([])).toMatchObject({
      groups: [{ group: null, n: 0, survival: [], restrictedMean: null, quartiles: { median: { value: null } } }],
      logRank: null,
    });
    expect(survivalAt(kaplanMeier([]), [0])).toMatchObject([{ atRisk: 0, survival: null }]);
  });

  test('nothing has ended: survival 1 without limits, no median, the mean is all that was seen', () => {
    const curve = kaplanMeier(lastSeen(2, 5, 5));
    expect(stepsOf(lastSeen(2, 5, 5))).toEqual([
      [2, 3, 0, 1, 1],
      [5, 2, 0, 2, 1],
    ]);
    expect(curve.steps[0]?.survival).toEqual({ value: 1, standardError: 0, lower: null, upper: null });
    expect(quantile(curve, 0.5)).toEqual({ value: null, lower: null, upper: null });
    expect(restrictedMean(curve)).toEqual({ upTo: 5, value: 5, standardError: 0 });
  });

  test('one that ended: survival 0 without error or limits', () => {
    const curve = kaplanMeier(ended(7));
    expect(curve.steps[0]?.survival).toEqual({ value: 0, standardError: null, lower: null, upper: null });
    expect(quantile(curve, 0.5)).toEqual({ value: 7, lower: null, upper: null });
    expect(restrictedMean(curve)).toEqual({ upTo: 7, value: 7, standardError: 0 });
  });

  test('one that ended at once', () => {
    expect(stepsOf(ended(0))).toEqual([[0, 1, 1, 0, 0]]);
  });
});

describe('late entry', () => {
  test('at risk after the entry, up to the end; who enters at the time of an event is not at risk of it', () => {
    // By hand: at 3 those of 0, 1 and 2 are at risk, at 4 the rest of them and the one of 3.
    const observations = [...entered([0, 3], [1, 4], [3, 6]), { entry: 2, time: 5, outcome: CENSORED }];
    expect(stepsOf(observations)).toEqual([
      [3, 3, 1, 0, expect.closeTo(2 / 3, 12)],
      [4, 3, 1, 0, expect.closeTo(4 / 9, 12)],
      [5, 2, 0, 1, expect.closeTo(4 / 9, 12)],
      [6, 1, 1, 0, 0],
    ]);
    expect(restrictedMean(kaplanMeier(observations))?.value).toBeCloseTo(3 + 2 / 3 + 2 * (4 / 9), 12);
    const asked = survivalAt(kaplanMeier(observations), [0.5, 1, 1.5, 3.5, 7]);
    expect(asked.map(({ atRisk, survival }) => [atRisk, survival?.value])).toEqual([
      [1, 1],
      [1, 1],
      [2, 1],
      [3, expect.closeTo(2 / 3, 12)],
      [0, 0],
    ]);
  });

  test('where all at risk end the curve stays at 0, though more enter later', () => {
    expect(stepsOf(entered([0, 1], [2, 3]))).toEqual([
      [1, 1, 1, 0, 0],
      [3, 1, 1, 0, 0],
    ]);
  });

  test('a time when nobody is at risk leaves the curve as it was', () => {
    const observations = [...entered([2, 3], [2, 4]), ...lastSeen(1)];
    expect(survivalAt(kaplanMeier(observations), [2, 3])).toMatchObject([
      { atRisk: 0, survival: { value: 1 } },
      { atRisk: 2, survival: { value: 0.5 } },
    ]);
  });
});

test("quantiles on flat stretches are those of R's own test (survival, tests/quantile.R), but for the flat end", () => {
  const curve = kaplanMeier([...ended(9, 1, 6, 6), ...lastSeen(1, 8, 10)]);
  const shares = [1 / 14, 1 / 7, 1 / 3, 0.5, 26 / 35, 0.9];
  expect(shares.map((share) => quantile(curve, share).value)).toEqual([1, 3.5, 6, 9, 9, null]);
});

test('by when a share has ended stays what it is however long one looks on while nothing else ends, as in what R prints', () => {
  const seenUntil = (day: number) => quantile(kaplanMeier([...ended(2, 3), ...lastSeen(day, day)]), 0.5).value;
  expect([4, 10, 3_000].map(seenUntil)).toEqual([3, 3, 3]);
});

describe('an observation that cannot be is refused by its place', () => {
  test.each([
    [{ time: -1 }, 'Observation 1: time is -1; allowed: 0 or more.'],
    [{ time: Number.NaN }, 'Observation 1: time is NaN; allowed: 0 or more.'],
    [{ entry: -1, time: 2 }, 'Observation 1: entry is -1; allowed: 0 or more.'],
    [{ entry: 2, time: 2 }, 'Observation 1: entry 2 is not before time 2.'],
    [{ time: 2, count: 0 }, 'Observation 1: count is 0; allowed: whole numbers from 1.'],
    [{ time: 2, count: 1.5 }, 'Observation 1: count is 1.5; allowed: whole numbers from 1.'],
  ])('%j', (wrong, message) => {
    const refused = () => kaplanMeier([...ended(1), { outcome: 'ended', ...wrong }]);
    expect(refused).toThrow(InvalidObservation);
    expect(refused).toThrow(message);
  });
});
