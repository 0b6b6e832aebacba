import { describe, expect, test } from '@jest/globals';
import {
  aalenJohansen,
  CENSORED,
  describeSurvival,
  kaplanMeier,
  logRank,
  type Observation,
  restrictedMean,
} from '@rectify/analytics';
import fc from 'fast-check';

const RUNS = { numRuns: Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10) * 30 };

const OUTCOMES = ['reopened', 'withdrawn', 'quashed', 'decommissioned'];

/** Durations with many ties, some of them entered late, some last seen. */
const observation: fc.Arbitrary<Observation> = fc
  .record({
    time: fc.integer({ min: 1, max: 30 }),
    early: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    outcome: fc.constantFrom(CENSORED, ...OUTCOMES),
    group: fc.constantFrom('CN-NM', 'CN-SC', 'CN-XJ'),
  })
  .map(({ early, time, ...rest }) => ({
    ...rest,
    time,
    entry: early === undefined ? undefined : Math.max(0, time - early),
  }));

const observations = fc.array(observation, { minLength: 1, maxLength: 60 });

/** Durations of which all ended and none entered late. */
const complete = fc
  .array(fc.record({ time: fc.integer({ min: 0, max: 30 }), outcome: fc.constantFrom(...OUTCOMES) }), { minLength: 1 })
  .map((all): readonly Observation[] => all);

describe('competing outcomes', () => {
  test('at every time the incidences and the survival sum to 1', () => {
    fc.assert(
      fc.property(observations, (all) => {
        for (const { survival, incidences } of aalenJohansen(all).steps) {
          const sum = incidences.reduce((total, { incidence }) => total + incidence.value, survival);
          expect(sum).toBeCloseTo(1, 10);
        }
      }),
      RUNS,
    );
  });

  test('with one outcome the incidence is 1 - Kaplan–Meier, and its error is Greenwood’s', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const one = all.map((each) => ({ ...each, outcome: each.outcome === CENSORED ? CENSORED : 'ended' }));
        const survivals = kaplanMeier(one).steps.map((step) => step.survival);
        for (const [index, { incidences }] of aalenJohansen(one).steps.entries()) {
          const { value = 1, standardError = 0 } = survivals[index] ?? {};
          expect(incidences[0]?.incidence.value ?? 0).toBeCloseTo(1 - value, 10);
          if (standardError !== null) expect(incidences[0]?.incidence.standardError ?? 0).toBeCloseTo(standardError, 6);
        }
      }),
      RUNS,
    );
  });

  test('where all ended an incidence is the share that did so, with the error of a share', () => {
    fc.assert(
      fc.property(complete, (all) => {
        const { outcomes, steps } = aalenJohansen(all);
        for (const { time, incidences } of steps) {
          for (const [index, { incidence }] of incidences.entries()) {
            const share =
              all.filter((each) => each.time <= time && each.outcome === outcomes[index]).length / all.length;
            expect(incidence.value).toBeCloseTo(share, 10);
            expect(incidence.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / all.length), 6);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('survival where all ended', () => {
  test('is the share that lasted longer', () => {
    fc.assert(
      fc.property(complete, (all) => {
        for (const { time, survival } of kaplanMeier(all).steps) {
          expect(survival.value).toBeCloseTo(all.filter((each) => each.time > time).length / all.length, 10);
        }
      }),
      RUNS,
    );
  });

  test('has the arithmetic mean, and the error of one', () => {
    fc.assert(
      fc.property(complete, (all) => {
        const mean = all.reduce((total, { time }) => total + time, 0) / all.length;
        const variance = all.reduce((total, { time }) => total + (time - mean) ** 2, 0) / all.length;
        const restricted = restrictedMean(kaplanMeier(all));
        expect(restricted?.value).toBeCloseTo(mean, 9);
        expect(restricted?.standardError).toBeCloseTo(Math.sqrt(variance / all.length), 6);
      }),
      RUNS,
    );
  });
});

test('limits lie around the estimate, and the curve never rises', () => {
  fc.assert(
    fc.property(observations, (all) => {
      let before = 1;
      for (const { survival } of kaplanMeier(all).steps) {
        expect(survival.value).toBeLessThanOrEqual(before);
        expect(survival.lower ?? 0).toBeLessThanOrEqual(survival.value);
        expect(survival.upper ?? 1).toBeGreaterThanOrEqual(survival.value);
        before = survival.value;
      }
    }),
    RUNS,
  );
});

describe('the log-rank test', () => {
  test('does not depend on the order of observations', () => {
    const shuffled = observations.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(logRank(mixed)).toEqual(logRank(all));
      }),
      RUNS,
    );
  });

  test('does not depend on the names of the groups, and expects as many events as there were', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const given = logRank(all);
        const renamed = logRank(all.map((each) => ({ ...each, group: each.group === 'CN-NM' ? 'Z' : each.group })));
        expect(renamed?.degreesOfFreedom).toBe(given?.degreesOfFreedom);
        expect(renamed?.statistic ?? 0).toBeCloseTo(given?.statistic ?? 0, 6);
        const sum = (of: 'observed' | 'expected') =>
          (given?.groups ?? []).reduce((total, group) => total + group[of], 0);
        expect(sum('expected')).toBeCloseTo(sum('observed'), 8);
      }),
      RUNS,
    );
  });
});

test('observations that are alike can be given once, with how many there are', () => {
  fc.assert(
    fc.property(
      observations,
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 60, maxLength: 60 }),
      (all, counts) => {
        const counted = all.map((one, index) => ({ ...one, count: counts[index] ?? 1 }));
        const each = counted.flatMap(({ count, ...one }) => Array.from({ length: count }, () => one));
        const question = { at: [0, 5, 10, 20, 40] };
        expect(describeSurvival(counted, question)).toEqual(describeSurvival(each, question));
      },
    ),
    RUNS,
  );
});
